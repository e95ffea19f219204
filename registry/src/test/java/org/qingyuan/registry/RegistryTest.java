package org.qingyuan.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;

class RegistryTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String ORGANISATIONS = """
            id,name,kind,region,name_en,parent,contact,valid_from,valid_to
            edu,省教育厅,government,320000,Education,,,,
            uni,某大学,university,320100,A University,edu,张 025-1,,
            lab,某实验室,research,320100,,uni,,2022-01-01,2024-01-01
            """;

    @TempDir
    private Path dir;

    private final List<Reject> rejects = new ArrayList<>();

    @BeforeEach
    void writeOrganisations() throws IOException {
        write("organisations.csv", ORGANISATIONS);
        write("prefixes.csv", "prefix,organisation\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(dir.resolve(file), text, UTF_8);
    }

    private Registry load() throws IOException {
        return Registry.load(dir, SHANGHAI, rejects::add);
    }

    private Registry withPrefixes(String rows) throws IOException {
        write("prefixes.csv", "prefix,organisation,valid_from,valid_to,note\n" + rows);
        return load();
    }

    private static Address address(String text) {
        return requireNonNull(Address.parse(text));
    }

    private static @Nullable String holder(Registry registry, String address, String instant) {
        Holder holder = registry.holderAt(address(address), Instant.parse(instant));
        return holder == null ? null : holder.id();
    }

    private static @Nullable String holder(Registry registry, String address) {
        return holder(registry, address, "2023-06-01T00:00:00Z");
    }

    private void assertReject(String file, long line, String column, RejectReason reason, String detail) {
        assertThat(rejects).containsExactly(new Reject(file, line, column, reason, detail));
    }

    @Test
    void emptyHoldsNothing() {
        Registry empty = Registry.empty();
        assertThat(holder(empty, "10.0.0.1")).isNull();
        assertThat(empty.prefixAt(address("::1"), Instant.EPOCH)).isNull();
        assertThat(empty.fingerprint()).isEqualTo("none");
        assertThat(empty.organisations()).isEmpty();
        assertThat(empty.regions().name("320500")).isEqualTo("苏州市");
    }

    @Test
    void readsOrganisations() throws IOException {
        Registry registry = withPrefixes("10.20.0.0/16,uni,,,campus\n");
        assertThat(rejects).isEmpty();
        assertThat(registry.holderAt(address("10.20.3.7"), Instant.EPOCH))
                .isEqualTo(new Holder("uni", "某大学", "A University", "university", "320100", "edu"));
        assertThat(registry.organisations()).extracting(Organisation::id).containsExactly("edu", "lab", "uni");
        assertThat(registry.organisations().getLast().contact()).isEqualTo("张 025-1");
    }

    @Test
    void longestPrefixWins() throws IOException {
        Registry registry = withPrefixes("""
                10.0.0.0/8,edu,,,
                10.20.0.0/16,uni,,,
                10.20.3.7,lab,,,
                """);
        assertThat(holder(registry, "10.20.3.7")).isEqualTo("lab");
        assertThat(holder(registry, "10.20.3.6")).isEqualTo("uni");
        assertThat(holder(registry, "10.20.3.8")).isEqualTo("uni");
        assertThat(holder(registry, "10.19.255.255")).isEqualTo("edu");
        assertThat(holder(registry, "10.21.0.0")).isEqualTo("edu");
        assertThat(holder(registry, "11.0.0.0")).isNull();
        assertThat(holder(registry, "9.255.255.255")).isNull();
        assertThat(registry.prefixAt(address("10.20.3.7"), Instant.parse("2023-06-01T00:00:00Z")))
                .isEqualTo("10.20.3.7/32");
    }

    @Test
    void longestPrefixValidThenWins() throws IOException {
        Registry registry = withPrefixes("""
                10.0.0.0/8,edu,,,
                10.20.0.0/16,uni,2023-01-01,2023-07-01,
                """);
        assertThat(holder(registry, "10.20.0.1", "2022-12-31T15:59:59.999999999Z"))
                .isEqualTo("edu");
        assertThat(holder(registry, "10.20.0.1", "2022-12-31T16:00:00Z")).isEqualTo("uni");
        assertThat(holder(registry, "10.20.0.1", "2023-06-30T15:59:59.999999999Z"))
                .isEqualTo("uni");
        assertThat(holder(registry, "10.20.0.1", "2023-06-30T16:00:00Z")).isEqualTo("edu");
        assertThat(registry.prefixAt(address("10.20.0.1"), Instant.parse("2024-01-01T00:00:00Z")))
                .isEqualTo("10.0.0.0/8");
    }

    @Test
    void onePrefixMayChangeHands() throws IOException {
        Registry registry = withPrefixes("""
                10.20.0.0/16,edu,,2023-01-01,
                10.20.0.0/16,uni,2023-01-01,,
                """);
        assertThat(rejects).isEmpty();
        assertThat(holder(registry, "10.20.0.1", "2022-12-31T15:59:59Z")).isEqualTo("edu");
        assertThat(holder(registry, "10.20.0.1", "2022-12-31T16:00:00Z")).isEqualTo("uni");
    }

    @Test
    void anOrganisationHoldsNothingOutsideItsTime() throws IOException {
        Registry registry = withPrefixes("""
                10.0.0.0/8,edu,,,
                10.20.0.0/16,lab,,,
                """);
        assertThat(holder(registry, "10.20.0.1", "2021-12-31T15:59:59Z")).isEqualTo("edu");
        assertThat(holder(registry, "10.20.0.1", "2021-12-31T16:00:00Z")).isEqualTo("lab");
        assertThat(holder(registry, "10.20.0.1", "2023-12-31T16:00:00Z")).isEqualTo("edu");
    }

    @Test
    void readsIpv6() throws IOException {
        Registry registry = withPrefixes("""
                2001:db8::/32,edu,,,
                2001:DB8:0:1::/64,uni,,,
                ::/0,lab,,,
                0.0.0.0/0,uni,,,
                """);
        assertThat(rejects).isEmpty();
        assertThat(holder(registry, "2001:db8:0:1:ffff:ffff:ffff:ffff")).isEqualTo("uni");
        assertThat(holder(registry, "2001:db8:0:2::")).isEqualTo("edu");
        assertThat(holder(registry, "2001:db8::")).isEqualTo("edu");
        assertThat(holder(registry, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")).isEqualTo("lab");
        assertThat(holder(registry, "::")).isEqualTo("lab");
        assertThat(holder(registry, "255.255.255.255")).isEqualTo("uni");
        assertThat(holder(registry, "0.0.0.0")).isEqualTo("uni");
        assertThat(registry.prefixAt(address("2001:db8:0:1::5"), Instant.EPOCH)).isEqualTo("2001:db8:0:1::/64");
    }

    @Test
    void rejectsTwoEqualPrefixesValidAtOnce() throws IOException {
        withPrefixes("""
                10.20.0.0/16,edu,,2023-01-02,
                10.20.0.0/16,uni,2023-01-01,,
                """);
        assertReject("prefixes.csv", 3, "prefix", RejectReason.OVERLAPPING_PREFIX, "10.20.0.0/16");
    }

    @Test
    void rejectsTheSameRowTwice() throws IOException {
        withPrefixes("10.20.0.0/16,edu,,,\n10.20.0.0/16,edu,,,\n");
        assertReject("prefixes.csv", 3, "prefix", RejectReason.OVERLAPPING_PREFIX, "10.20.0.0/16");
    }

    @Test
    void rejectsAPrefixOfAnUnknownOrganisation() throws IOException {
        withPrefixes("10.20.0.0/16,nobody,,,\n");
        assertReject("prefixes.csv", 2, "organisation", RejectReason.UNKNOWN_ORGANISATION, "nobody");
    }

    @Test
    void rejectsABadCidr() throws IOException {
        List<String> bad = List.of(
                "10.0.0.0/33",
                "10.0.0/8",
                "10.0.0.0/08",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "x",
                "::/129",
                "1::2::3/64",
                "::ffff:10.0.0.0/104",
                "10.0.0.0/8/8",
                "010.0.0.0/8");
        withPrefixes(String.join(",uni,,,\n", bad) + ",uni,,,\n");
        assertThat(rejects)
                .hasSize(bad.size())
                .allSatisfy(reject -> assertThat(reject.reason()).isEqualTo(RejectReason.BAD_CIDR));
        assertThat(rejects).extracting(Reject::detail).containsExactlyElementsOf(bad);
    }

    @Test
    void rejectsBitsBehindThePrefixAndSaysWhatIsMeant() throws IOException {
        withPrefixes("10.20.3.7/16,uni,,,\n");
        assertReject("prefixes.csv", 2, "prefix", RejectReason.BAD_CIDR, "10.20.3.7/16 -> 10.20.0.0/16");
    }

    @Test
    void rejectsAPeriodThatEndsBeforeItBegins() throws IOException {
        withPrefixes("10.20.0.0/16,uni,2023-01-01,2023-01-01,\n10.21.0.0/16,uni,2023-01-01,2023-01-02,\n");
        assertReject("prefixes.csv", 2, "valid_to", RejectReason.BAD_PERIOD, "2023-01-01 / 2023-01-01");
    }

    @Test
    void rejectsAPrefixOfATimeInWhichItsHolderDidNotExist() throws IOException {
        withPrefixes("10.20.0.0/16,lab,2024-01-01,,\n10.21.0.0/16,lab,2023-12-31,,\n");
        assertReject("prefixes.csv", 2, "organisation", RejectReason.BAD_PERIOD, "lab");
    }

    @Test
    void rejectsABadDate() throws IOException {
        withPrefixes("10.20.0.0/16,uni,2023-13-01,,\n");
        assertReject("prefixes.csv", 2, "valid_from", RejectReason.BAD_DATE, "2023-13-01");
    }

    @Test
    void rejectsARepeatedId() throws IOException {
        write("organisations.csv", ORGANISATIONS + "uni,又一,school,320000,,,,,\n");
        load();
        assertReject("organisations.csv", 5, "id", RejectReason.REPEATED_ID, "uni");
    }

    @Test
    void rejectsAnUnknownKindRegionAndParent() throws IOException {
        write("organisations.csv", """
                id,name,kind,region,parent
                a,A,University,320000,
                b,B,other,329999,
                c,C,other,320000,nobody
                """);
        load();
        assertThat(rejects)
                .containsExactly(
                        new Reject("organisations.csv", 2, "kind", RejectReason.UNKNOWN_KIND, "University"),
                        new Reject("organisations.csv", 3, "region", RejectReason.UNKNOWN_REGION, "329999"),
                        new Reject("organisations.csv", 4, "parent", RejectReason.UNKNOWN_PARENT, "nobody"));
    }

    @Test
    void rejectsEveryRowOfACycleOfParentsAndNoOther() throws IOException {
        write("organisations.csv", """
                id,name,kind,region,parent
                a,A,other,320000,b
                b,B,other,320000,c
                c,C,other,320000,a
                under,U,other,320000,a
                self,S,other,320000,self
                free,F,other,320000,
                """);
        assertThat(load().organisations()).extracting(Organisation::id).containsExactly("free", "under");
        assertThat(rejects).extracting(Reject::reason).containsOnly(RejectReason.PARENT_CYCLE);
        assertThat(rejects).extracting(Reject::detail).containsExactly("a -> b", "b -> c", "c -> a", "self -> self");
    }

    @Test
    void readsRegionsOfItsOwn() throws IOException {
        write("regions.csv", "code,name,name_en,parent\n320106,鼓楼区,Gulou,320100\n320100,南京,Nanking,320000\n");
        write("organisations.csv", "id,name,kind,region\na,A,other,320106\n");
        Registry registry = load();
        assertThat(rejects).isEmpty();
        assertThat(registry.regions().name("320106")).isEqualTo("鼓楼区");
        assertThat(registry.regions().parent("320106")).isEqualTo("320100");
        assertThat(registry.regions().nameEn("320100")).isEqualTo("Nanking");
        assertThat(registry.regions().name("320500")).isEqualTo("苏州市");
        assertThat(registry.regions().all()).hasSize(400);
    }

    @Test
    void rejectsRegionsThatDoNotHangTogether() throws IOException {
        write("regions.csv", """
                code,name,name_en,parent
                320106,鼓楼区,,320199
                320000,江苏,,320100
                320105,建邺区,,320100
                320105,建邺区,,320100
                """);
        load();
        assertThat(rejects)
                .extracting(Reject::line, Reject::reason)
                .containsExactly(
                        tuple(5L, RejectReason.REPEATED_ID),
                        tuple(2L, RejectReason.UNKNOWN_PARENT),
                        tuple(3L, RejectReason.PARENT_CYCLE));
    }

    @Test
    void noticesUnknownColumnsOnce() throws IOException {
        write("prefixes.csv", "prefix,organisation,colour\n10.0.0.0/8,edu,red\n11.0.0.0/8,edu,blue\n");
        assertThat(load().notices()).containsExactly("prefixes.csv: colour");
        assertThat(rejects).isEmpty();
    }

    @Test
    void missingFilesEndTheLoad() throws IOException {
        Files.delete(dir.resolve("prefixes.csv"));
        assertThatThrownBy(this::load).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void fingerprintFollowsTheFilesAlone() throws IOException {
        String first = withPrefixes("10.20.0.0/16,uni,,,\n").fingerprint();
        assertThat(first).matches("[0-9a-f]{64}");
        assertThat(load().fingerprint()).isEqualTo(first);
        assertThat(withPrefixes("10.20.0.0/16,edu,,,\n").fingerprint()).isNotEqualTo(first);
        write("regions.csv", "code,name,name_en,parent\n");
        assertThat(withPrefixes("10.20.0.0/16,uni,,,\n").fingerprint()).isNotEqualTo(first);
    }

    @Test
    void dayFollowsTheZone() throws IOException {
        write("prefixes.csv", "prefix,organisation,valid_from\n10.0.0.0/8,edu,2023-01-01\n");
        Registry utc = Registry.load(dir, ZoneId.of("UTC"), rejects::add);
        assertThat(holder(utc, "10.0.0.1", "2022-12-31T16:00:00Z")).isNull();
        assertThat(holder(utc, "10.0.0.1", "2023-01-01T00:00:00Z")).isEqualTo("edu");
    }
}
