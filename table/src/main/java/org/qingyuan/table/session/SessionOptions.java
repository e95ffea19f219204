package org.qingyuan.table.session;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;

/// What a session may use. Nothing in it changes a result, only how fast and within which space it is found.
///
/// @param folder an existing private folder; the session makes a folder of its own in it, mode 0700, and removes it
/// @param memoryBytes what the database may hold in memory before it spills; what it takes beside that (decoding
///     buffers, the library itself) comes on top, some hundreds of megabytes
/// @param spillBytes what may be spilled to disk at most
/// @param threads at least 1
/// @param paths files and folders that statements may read or write, folders with all that is below; the session's own
///     folder is always among them
public record SessionOptions(Path folder, long memoryBytes, long spillBytes, int threads, List<Path> paths) {
    /// With less a bank of some hundred thousand customers cannot be checked: what two threads read and join at a time
    /// does not spill.
    public static final long LEAST_MEMORY = 320L << 20;

    /// More than this is not asked for: a bank of 30 million accounts is screened in it, and other programs live here
    /// too.
    private static final long MOST_MEMORY = 1_700_000_000;

    private static final long UNBOUNDED = 1L << 50;

    public SessionOptions {
        paths = List.copyOf(paths);
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads);
        }
    }

    /// Half of the machine's (or container's) memory up to 1.7 GB, spilling as long as the disk has space.
    public static SessionOptions ofMachine(Path folder, int threads, List<Path> paths) {
        long memory = Math.clamp(machineBytes() / 2, LEAST_MEMORY, MOST_MEMORY);
        return new SessionOptions(folder, memory, UNBOUNDED, threads, paths);
    }

    public SessionOptions withMemory(long bytes) {
        return new SessionOptions(folder, bytes, spillBytes, threads, paths);
    }

    public SessionOptions withSpill(long bytes) {
        return new SessionOptions(folder, memoryBytes, bytes, threads, paths);
    }

    private static long machineBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? machine.getTotalMemorySize()
                : 0;
    }
}
