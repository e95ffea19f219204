package org.qingyuan.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.registry.Regions.Region;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvReader;
import org.qingyuan.table.CsvRow;

/// Reads the files of a registry: regions first, then organisations, which name regions, then prefixes, which name
/// organisations. What names each other within one file is checked when the file is read.
final class RegistryLoader {
    private final Path dir;
    private final ZoneId zone;
    private final Consumer<Reject> rejects;
    private final MessageDigest digest = sha256();
    private final List<String> notices = new ArrayList<>();
    private final Map<String, Dated<Region>> regions = new LinkedHashMap<>();
    private final Map<String, Dated<Organisation>> organisations = new LinkedHashMap<>();
    private final Map<Prefix, List<TimeRange>> claimed = new HashMap<>();
    private final List<Assignment> assignments = new ArrayList<>();
    private Regions allRegions = Regions.builtIn();

    /// Something read from a row that may still be rejected.
    private record Dated<T>(CsvRow row, T value) {}

    RegistryLoader(Path dir, ZoneId zone, Consumer<Reject> rejects) {
        this.dir = dir;
        this.zone = zone;
        this.rejects = rejects;
    }

    Registry load() throws IOException {
        if (Files.exists(dir.resolve("regions.csv"))) {
            read("regions.csv", RegistryFiles.REGIONS, this::region);
            ParentCheck.run(rowsOf(regions), this::parentOfRegion, code -> allRegions.get(code) != null)
                    .forEach(regions::remove);
            Map<String, Region> added = new HashMap<>();
            regions.forEach((code, dated) -> added.put(code, dated.value));
            allRegions = Regions.with(added);
        }
        read("organisations.csv", RegistryFiles.ORGANISATIONS, this::organisation);
        ParentCheck.run(rowsOf(organisations), this::parentOfOrganisation, id -> false)
                .forEach(organisations::remove);
        read("prefixes.csv", RegistryFiles.PREFIXES, this::prefix);
        return new Registry(
                organisations.values().stream().map(Dated::value).toList(),
                assignments,
                allRegions,
                notices,
                HexFormat.of().formatHex(digest.digest()));
    }

    private void read(String name, CsvColumns columns, Consumer<CsvRow> each) throws IOException {
        Path file = dir.resolve(name);
        digest.update((name + "\n" + Files.size(file) + "\n").getBytes(UTF_8));
        InputStream in = new DigestInputStream(new BufferedInputStream(Files.newInputStream(file)), digest);
        try (CsvReader reader = new CsvReader(name, in, columns, rejects)) {
            for (String column : reader.unknownColumns()) {
                notices.add(name + ": " + column);
            }
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                each.accept(row);
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void region(CsvRow row) {
        String code = row.required("code");
        Region region = new Region(code, row.required("name"), row.optional("name_en"), row.optional("parent"));
        if (row.usable() && regions.putIfAbsent(code, new Dated<>(row, region)) != null) {
            row.reject("code", RejectReason.REPEATED_ID, code);
        }
    }

    private void organisation(CsvRow row) {
        String id = row.required("id");
        String name = row.required("name");
        OrganisationKind kind = kind(row);
        String region = row.required("region");
        if (!region.isEmpty() && allRegions.get(region) == null) {
            row.reject("region", RejectReason.UNKNOWN_REGION, region);
        }
        TimeRange valid = valid(row);
        if (!id.isEmpty() && organisations.containsKey(id)) {
            row.reject("id", RejectReason.REPEATED_ID, id);
        }
        if (row.usable()) {
            Organisation organisation = new Organisation(
                    id,
                    name,
                    row.optional("name_en"),
                    kind,
                    region,
                    row.optional("parent"),
                    row.optional("contact"),
                    valid);
            organisations.put(id, new Dated<>(row, organisation));
        }
    }

    private static OrganisationKind kind(CsvRow row) {
        String word = row.required("kind");
        OrganisationKind kind = OrganisationKind.of(word);
        if (kind == null && !word.isEmpty()) {
            row.reject("kind", RejectReason.UNKNOWN_KIND, word);
        }
        return kind == null ? OrganisationKind.OTHER : kind;
    }

    private void prefix(CsvRow row) {
        Prefix prefix = cidr(row);
        String id = row.required("organisation");
        Dated<Organisation> owner = organisations.get(id);
        if (owner == null && !id.isEmpty()) {
            row.reject("organisation", RejectReason.UNKNOWN_ORGANISATION, id);
        }
        TimeRange valid = valid(row);
        if (prefix == null || owner == null || !row.usable()) {
            return;
        }
        TimeRange existed = owner.value.valid();
        List<TimeRange> claims = claimed.computeIfAbsent(prefix, key -> new ArrayList<>());
        if (!valid.overlaps(existed)) {
            row.reject("organisation", RejectReason.BAD_PERIOD, id);
        } else if (claims.stream().anyMatch(valid::overlaps)) {
            row.reject("prefix", RejectReason.OVERLAPPING_PREFIX, prefix.text());
        } else {
            claims.add(valid);
            assignments.add(new Assignment(prefix, prefix.text(), owner.value.holder(), both(valid, existed)));
        }
    }

    private static TimeRange both(TimeRange one, TimeRange other) {
        return new TimeRange(later(one.from(), other.from()), earlier(one.to(), other.to()));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return other == null || one != null && one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        return other == null || one != null && one.isBefore(other) ? one : other;
    }

    private static @Nullable Prefix cidr(CsvRow row) {
        String text = row.required("prefix");
        Prefix prefix = Prefix.parse(text);
        if (prefix == null && !text.isEmpty()) {
            Prefix meant = Prefix.parseLoosely(text);
            row.reject("prefix", RejectReason.BAD_CIDR, meant == null ? text : text + " -> " + meant.text());
        }
        return prefix;
    }

    private TimeRange valid(CsvRow row) {
        Instant from = midnight(row.date("valid_from"));
        Instant to = midnight(row.date("valid_to"));
        if (from != null && to != null && !from.isBefore(to)) {
            row.reject("valid_to", RejectReason.BAD_PERIOD, row.text("valid_from") + " / " + row.text("valid_to"));
        }
        return new TimeRange(from, to);
    }

    private @Nullable String parentOfRegion(String code) {
        Dated<Region> added = regions.get(code);
        return added != null ? added.value.parent() : allRegions.parent(code);
    }

    private @Nullable String parentOfOrganisation(String id) {
        Dated<Organisation> known = organisations.get(id);
        return known == null ? null : known.value.parent();
    }

    private static <T> Map<String, CsvRow> rowsOf(Map<String, Dated<T>> values) {
        Map<String, CsvRow> rows = new LinkedHashMap<>();
        values.forEach((id, dated) -> rows.put(id, dated.row));
        return rows;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private @Nullable Instant midnight(@Nullable LocalDate date) {
        return date == null ? null : date.atStartOfDay(zone).toInstant();
    }
}
