package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.CaptureInput;

/// Finds the captures that arguments name: files, pipes, folders with all regular files below them, `-` for stdin.
///
/// A capture is named relative to the folder given, or by the base name of a file given; where two would share a name
/// the argument as typed stands in front. They come in byte order of their names, each file once however often it is
/// named. Links are followed, also to folders; a link into a folder above is not. What does not exist or cannot be
/// looked into is listed as well, so that the scan says so.
final class CaptureSearch {
    static final String STDIN = "-";
    private static final Comparator<Found> BY_NAME =
            (a, b) -> Arrays.compareUnsigned(a.name.getBytes(UTF_8), b.name.getBytes(UTF_8));

    private final Path base;
    private final CaptureInput.Opener stdin;
    private final Set<Path> seen = new HashSet<>();
    private final List<Found> found = new ArrayList<>();

    private record Found(
            String name, String argument, @Nullable Path path) {
        Found underArgument() {
            String longer = argument.endsWith("/") ? argument + name : argument + "/" + name;
            boolean isFile = path == null || path.endsWith(Path.of(argument).normalize());
            return new Found(isFile ? argument : longer, argument, path);
        }
    }

    private CaptureSearch(Path base, CaptureInput.Opener stdin) {
        this.base = base;
        this.stdin = stdin;
    }

    /// @param base what relative arguments are relative to
    static List<NamedCapture> find(List<String> arguments, Path base, CaptureInput.Opener stdin) {
        CaptureSearch search = new CaptureSearch(base, stdin);
        arguments.forEach(search::argument);
        return search.named();
    }

    private void argument(String argument) {
        if (argument.equals(STDIN)) {
            found.add(new Found(STDIN, STDIN, null));
            return;
        }
        Path path = base.resolve(argument);
        if (Files.isDirectory(path)) {
            folder(argument, path);
        } else {
            Path name = path.normalize().getFileName();
            add(name == null ? argument : name.toString(), argument, path);
        }
    }

    private void add(String name, String argument, Path path) {
        if (seen.add(real(path))) {
            found.add(new Found(name, argument, path));
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }

    private void folder(String argument, Path folder) {
        try {
            Files.walkFileTree(
                    folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                            if (attributes.isRegularFile()) {
                                add(folder.relativize(file).toString(), argument, file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException failure) {
                            if (!(failure instanceof java.nio.file.FileSystemLoopException)) {
                                add(folder.relativize(file).toString(), argument, file);
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) {
                            if (failure != null) {
                                add(folder.relativize(dir).toString(), argument, dir);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            add(argument, argument, folder);
        }
    }

    private List<NamedCapture> named() {
        Map<String, Integer> uses = new HashMap<>();
        found.forEach(each -> uses.merge(each.name, 1, Integer::sum));
        return found.stream()
                .map(each -> uses.getOrDefault(each.name, 1) > 1 ? each.underArgument() : each)
                .sorted(BY_NAME)
                .map(this::capture)
                .toList();
    }

    private NamedCapture capture(Found each) {
        Path path = each.path;
        if (path == null) {
            return new NamedCapture(new CaptureInput(each.name, -1, stdin), null);
        }
        return new NamedCapture(
                new CaptureInput(each.name, size(path), () -> FileChannel.open(path, StandardOpenOption.READ)), path);
    }

    /// Bytes on disk; -1 for a pipe; 0 for what cannot be asked.
    private static long size(Path path) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            return attributes.isOther() ? -1 : attributes.size();
        } catch (IOException e) {
            return 0;
        }
    }
}
