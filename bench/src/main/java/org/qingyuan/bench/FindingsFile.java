package org.qingyuan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.FindingId;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.finding.Severity;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;
import org.qingyuan.output.ResultJson;

/// A file of results as a scan of many addresses writes it: lines of about 1 kB in the order of time, so what belongs
/// to
/// one case lies far apart. The same seed makes the same bytes.
final class FindingsFile {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final String RULE = "mining.session";

    private final int cases;
    private final Random random;

    private FindingsFile(int cases, long seed) {
        this.cases = cases;
        this.random = new Random(seed);
    }

    /// @param findings at least as many as cases, so that each case has one
    static void make(Path file, int findings, int cases, long seed) throws IOException {
        FindingsFile made = new FindingsFile(cases, seed);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int i = 0; i < findings; i++) {
                out.write(ResultJson.line(made.finding(i)));
            }
            out.write(ResultJson.line(run(findings)));
        }
    }

    private static RunSummary run(long findings) {
        return new RunSummary(
                "mining scan",
                "0.1.0",
                "bench",
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(RULE, findings),
                true,
                Map.of());
    }

    /// The first so many findings each begin a case; every further one belongs to any.
    private Finding finding(int number) {
        int matter = number < cases ? number : random.nextInt(cases);
        String address = address(matter);
        Moment start = at(number);
        Moment end = at(number + 1800L);
        String key = "mining/" + address;
        String line = String.format(Locale.ROOT, "1:%027dM= rx/0", number);
        return new Finding(
                FindingId.of(RULE, 1, key, start, end, line),
                key,
                RULE,
                1,
                Severity.HIGH,
                new Subject("address", address),
                holder(matter),
                start,
                end,
                Map.of("minObservedSeconds", 60L),
                new Summary(RULE, Map.of("client", address)),
                evidence(number),
                4,
                List.of(),
                fields(address, line));
    }

    private static String address(int matter) {
        return "10." + (matter >> 16 & 255) + "." + (matter >> 8 & 255) + "." + (matter & 255);
    }

    private static Moment at(long number) {
        return new Moment.At(FIRST.plusSeconds(number), false);
    }

    /// One in twenty belongs to nobody who is known.
    private static @org.jspecify.annotations.Nullable Holder holder(int matter) {
        int unit = matter % 997;
        return unit % 20 == 19
                ? null
                : new Holder("unit-" + unit, "单位 " + unit, "Unit " + unit, "university", region(unit), null);
    }

    private static String region(int unit) {
        return String.format(Locale.ROOT, "%02d%02d%02d", 11 + unit % 20, 1 + unit % 13, 1 + unit % 7);
    }

    private List<Evidence> evidence(long number) {
        List<Evidence> evidence = new ArrayList<>();
        for (String what : List.of("login", "login-accepted", "work", "share-accepted")) {
            long packet = number * 7 + random.nextInt(7) + 1;
            evidence.add(Evidence.packet(what, "tap-2026.pcap", at(number + evidence.size()), packet, Map.of()));
        }
        return evidence;
    }

    private Map<String, Object> fields(String address, String line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", "tap-2026.pcap");
        fields.put("client", Map.of("ip", address));
        fields.put("communityId", line);
        fields.put("dialect", "cryptonote");
        fields.put("algorithm", "rx/0");
        fields.put("wallet", wallet());
        return fields;
    }

    private String wallet() {
        byte[] letters = new byte[95];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }
        return new String(letters, UTF_8);
    }
}
