package org.qingyuan.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.AtomicFile;
import org.qingyuan.traffic.CaptureInput;
import org.qingyuan.traffic.PacketExtract;

/// Copies the packets of a finding out of the captures in which they lie, in the order of the captures' names in the
/// run line.
public final class MiningExtract {
    private final Finding finding;
    private final @Nullable RunSummary run;
    private final Path folder;

    /// What was read and written.
    public record Extracted(List<Read> read, PacketExtract.Written written) {}

    /// One capture that was read.
    public record Read(String file, PacketExtract.Source source) {}

    /// @param folder in which the captures lie
    public MiningExtract(FindingSearch.Found found, Path folder) {
        this.finding = found.finding();
        this.run = found.run();
        this.folder = folder;
    }

    /// Writes the packets.
    ///
    /// @throws Failure when a capture is not there, is not the one that was scanned, or a file cannot be used
    public Extracted run(Path target) {
        PacketExtract.Wanted wanted = wanted();
        List<Path> captures = new ArrayList<>();
        List<String> files = files();
        files.forEach(file -> captures.add(checked(file)));
        try (AtomicFile out = AtomicFile.create(target, AtomicFile.Access.PRIVATE)) {
            PacketExtract extract = new PacketExtract(wanted, out.stream());
            List<Read> read = new ArrayList<>();
            for (int i = 0; i < captures.size(); i++) {
                read.add(new Read(files.get(i), copy(extract, files.get(i), captures.get(i))));
            }
            PacketExtract.Written written = extract.finish();
            out.commit();
            return new Extracted(read, written);
        } catch (IOException e) {
            throw FileFaults.writing(target, e);
        }
    }

    private static PacketExtract.Source copy(PacketExtract extract, String file, Path capture) throws IOException {
        CaptureInput input =
                new CaptureInput(file, Files.size(capture), () -> FileChannel.open(capture, StandardOpenOption.READ));
        return extract.copyFrom(input);
    }

    /// The captures that hold packets of the finding: its own, those of its evidence, and of a continuous reading all
    /// whose times overlap it.
    private List<String> files() {
        Set<String> files = new LinkedHashSet<>();
        if (finding.fields().get("file") instanceof String file) {
            files.add(file);
        }
        finding.evidence().stream().map(Evidence::file).forEach(files::add);
        if (run == null) {
            return List.copyOf(files);
        }
        boolean isContinuous = Boolean.TRUE.equals(run.parameters().get("continuous"));
        return run.inputs().stream()
                .filter(input -> files.contains(input.file()) || isContinuous && overlaps(input))
                .map(InputSummary::file)
                .toList();
    }

    private boolean overlaps(InputSummary input) {
        return input.first() != null
                && input.last() != null
                && input.first().compareTo(finding.end()) <= 0
                && input.last().compareTo(finding.start()) >= 0;
    }

    private Path checked(String file) {
        Path path = folder.resolve(file);
        if (!Files.exists(path)) {
            throw new Failure(ErrorCode.CAPTURE_MISSING, Map.of("where", path.toString(), "what", file));
        }
        InputSummary input = run == null
                ? null
                : run.inputs().stream()
                        .filter(each -> each.file().equals(file))
                        .findFirst()
                        .orElse(null);
        long size = size(path);
        if (input != null && (input.complete() ? size != input.bytes() : size < input.bytes())) {
            String sizes = input.bytes() + " → " + size + " B";
            throw new Failure(ErrorCode.CAPTURE_CHANGED, Map.of("where", path.toString(), "what", sizes));
        }
        return path;
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw FileFaults.reading(path, e);
        }
    }

    private PacketExtract.Wanted wanted() {
        Map<?, ?> client = end("client");
        Map<?, ?> server = end("server");
        boolean isOneConnection =
                finding.fields().get("connections") instanceof Number connections && connections.longValue() == 1;
        return new PacketExtract.Wanted(
                address(client),
                isOneConnection ? port(client) : -1,
                address(server),
                port(server),
                nanos(finding.start(), 0),
                nanos(finding.end(), 999));
    }

    private Map<?, ?> end(String name) {
        if (finding.fields().get(name) instanceof Map<?, ?> end) {
            return end;
        }
        throw unusable(name);
    }

    private Address address(Map<?, ?> end) {
        Address address = end.get("ip") instanceof String ip ? Address.parse(ip) : null;
        if (address == null) {
            throw unusable("ip");
        }
        return address;
    }

    private static int port(Map<?, ?> end) {
        return end.get("port") instanceof Number port ? port.intValue() : -1;
    }

    /// Nanoseconds since 1970; a time in microseconds stands for all nanoseconds within.
    private long nanos(Moment moment, int within) {
        if (!(moment instanceof Moment.At at)) {
            throw unusable("start");
        }
        Instant instant = at.instant();
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano() + (at.nanos() ? 0 : within);
    }

    private Failure unusable(String field) {
        return new Failure(ErrorCode.FINDINGS_REJECTED, Map.of("where", finding.id(), "what", field));
    }
}
