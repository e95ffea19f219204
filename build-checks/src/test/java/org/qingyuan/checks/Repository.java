package org.qingyuan.checks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The files of the repository as they lie in the work tree.
final class Repository {
    private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules", "demo-out", "data", ".idea");

    private Repository() {}

    /// The folder that holds the launcher, above where the tests run.
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("qingyuan"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("the tests run outside the repository");
        }
        return folder;
    }

    /// Every text of the repository by its path; what is not UTF-8 text is left out.
    static Map<String, String> texts() throws IOException {
        Path root = root();
        Map<String, String> texts = new TreeMap<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return NOT_OURS.contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && attributes.size() < 4 << 20 && !file.endsWith(".git")) {
                    addText(texts, root.relativize(file).toString(), Files.readAllBytes(file));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return texts;
    }

    private static void addText(Map<String, String> texts, String path, byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') < 0) {
                texts.put(path, text);
            }
        } catch (CharacterCodingException e) {
            // not a text: a capture or a picture
        }
    }
}
