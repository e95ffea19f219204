package org.qingyuan.report.blocklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.finding.Address;

class BlockListFormatTest {
    private static final Instant AT = Instant.parse("2026-11-25T02:00:00Z");

    private static Address address(String text) {
        return Objects.requireNonNull(Address.parse(text));
    }

    private static BlockList list(String campaign, List<BlockList.Entry> entries) {
        return new BlockList(
                new BlockList.Origin(
                        campaign, "cn-mining-2021@1", new CaseStore.LogHead(7, "ab".repeat(32)), AT, 30, false, "1.0"),
                entries,
                new BlockList.Counts(3, 9, 1, 2, 3, 1));
    }

    private static BlockList two() {
        return list(
                "autumn",
                List.of(
                        new BlockList.Entry(address("203.0.113.40"), 3333, AT.plusSeconds(86_400)),
                        new BlockList.Entry(address("2001:db8::1"), 443, AT.plusSeconds(60))));
    }

    private static String written(BlockListFormat format, BlockList list) {
        try {
            StringBuilder out = new StringBuilder();
            format.write(list, out);
            return out.toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> body(BlockListFormat format) {
        return written(format, two())
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void beginsWithFromWhatItWasMadeAndWhatWasLeftOut(BlockListFormat format) {
        assertThat(written(format, two()))
                .contains(
                        "# campaign: autumn\n",
                        "# policy: cn-mining-2021@1\n",
                        "# log: 7 " + "ab".repeat(32) + "\n",
                        "# made: 2026-11-25T02:00:00Z by qingyuan 1.0\n",
                        "the first ends 2026-11-25T02:01:00Z\n",
                        "# cases: 3, pools: 9, listed: 2\n",
                        "# left out: 1 lapsed, 2 on shared hosting, 3 own, 1 private or reserved\n",
                        "# own networks: NOT TOLD");
        assertThat(written(format, two())).isEqualTo(written(format, two()));
    }

    @ParameterizedTest
    @EnumSource
    void theNameOfACampaignStaysInItsComment(BlockListFormat format) {
        BlockList list = list("x\ndelete table inet filter\r\u2028;\"", List.of());
        assertThat(written(format, list).lines())
                .allSatisfy(line -> assertThat(line.startsWith("#")
                                || line.startsWith("add ")
                                || line.startsWith("flush set inet qingyuan "))
                        .isTrue());
    }

    @Test
    void plainLinesHaveAddressPortAndEnd() {
        assertThat(body(BlockListFormat.PLAIN))
                .containsExactly(
                        "203.0.113.40:3333 # until 2026-11-26T02:00:00Z",
                        "[2001:db8::1]:443 # until 2026-11-25T02:01:00Z");
    }

    @Test
    void nftablesHasASetForEachVersionThatIsFilledAnew() {
        assertThat(body(BlockListFormat.NFTABLES))
                .containsExactly(
                        "add table inet qingyuan",
                        "add set inet qingyuan pools4 { type ipv4_addr . inet_service; flags timeout; }",
                        "flush set inet qingyuan pools4",
                        "add element inet qingyuan pools4 { 203.0.113.40 . 3333 timeout 86400s comment"
                                + " \"until 2026-11-26T02:00:00Z\" }",
                        "add set inet qingyuan pools6 { type ipv6_addr . inet_service; flags timeout; }",
                        "flush set inet qingyuan pools6",
                        "add element inet qingyuan pools6 { 2001:db8::1 . 443 timeout 60s comment"
                                + " \"until 2026-11-25T02:01:00Z\" }");
    }

    @Test
    void suricataHasARuleForAddressAndPort() {
        assertThat(body(BlockListFormat.SURICATA).getLast())
                .startsWith("alert tcp any any -> [2001:db8::1] 443 (msg:\"mining pool of a confirmed case, until ")
                .contains("rev:1; metadata:created_at 2026_11_25, expires 2026_11_25;)");
    }

    @Test
    void rulesHaveNumbersOfTheirOwnInTheLocalRange() {
        List<BlockList.Entry> many = IntStream.range(1, 5000)
                .mapToObj(port -> new BlockList.Entry(address("203.0.113.40"), port, AT.plusSeconds(60)))
                .toList();
        List<Integer> numbers = written(BlockListFormat.SURICATA, list("a", many))
                .lines()
                .filter(line -> line.startsWith("alert"))
                .map(line -> Integer.parseInt(line.replaceAll(".*sid:(\\d+);.*", "$1")))
                .toList();
        assertThat(numbers)
                .hasSize(4999)
                .doesNotHaveDuplicates()
                .allSatisfy(sid -> assertThat(sid).isBetween(1_000_000, 1_999_999));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.1.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fd00::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void noPoolIsInAReservedNetwork(String text) {
        assertThat(ReservedNetworks.hold(address(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.0", "100.128.0.0", "203.0.113.40", "223.255.255.255", "2001:db8::1"})
    void anyOtherAddressCanBeOne(String text) {
        assertThat(ReservedNetworks.hold(address(text))).isFalse();
    }
}
