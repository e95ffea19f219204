package org.qingyuan.table.raw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Finds the files of a table in an extract's folder, in byte order of their names.
final class FileSearch {
    private static final int MAX_DEPTH = 4;
    private static final List<String> SUFFIXES = List.of(".csv", ".csv.gz", ".csv.zst", ".parquet");

    private final Path folder;

    FileSearch(Path folder) {
        this.folder = folder;
    }

    /// `NAME.csv`, compressed or not, `NAME.parquet`, or all files of a folder `NAME`; none where there is none of
    /// these.
    /// More than one of them is the user's error: which would it be?
    List<SourceFile> canonical(String name) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String suffix : SUFFIXES) {
            Path file = folder.resolve(name + suffix);
            if (Files.isRegularFile(file)) {
                found.add(file);
            }
        }
        Path parts = folder.resolve(name);
        boolean hasParts = Files.isDirectory(parts);
        if (found.size() + (hasParts ? 1 : 0) > 1) {
            String what = name + ": " + found.getFirst().getFileName() + ", "
                    + (hasParts ? name + "/" : found.getLast().getFileName());
            throw new Failure(ErrorCode.CONFIGURATION, Map.of("where", folder.toString(), "what", what));
        }
        return sorted(hasParts ? visible(parts, 1) : found);
    }

    /// The files whose names relative to the folder match a pattern; at least one.
    List<SourceFile> matching(String pattern) throws IOException {
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
        List<Path> found = visible(folder, MAX_DEPTH);
        found.removeIf(path -> !matcher.matches(folder.relativize(path)));
        if (found.isEmpty()) {
            throw new Failure(
                    ErrorCode.FILE_NOT_FOUND,
                    Map.of("where", folder.resolve(pattern).toString(), "what", pattern),
                    new NoSuchFileException(pattern));
        }
        return sorted(found);
    }

    /// Files that are not hidden, and that no tool left as a mark.
    private static List<Path> visible(Path folder, int depth) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return new ArrayList<>(files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().matches("[._].*"))
                    .toList());
        }
    }

    private List<SourceFile> sorted(List<Path> paths) throws IOException {
        List<SourceFile> files = new ArrayList<>();
        for (Path path : paths) {
            files.add(SourceFile.of(folder, path));
        }
        files.sort(Comparator.comparing(SourceFile::name));
        return files;
    }
}
