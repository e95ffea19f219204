package org.qingyuan.traffic.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruthJsonTest {
    @Test
    void numbersArePlainAndShort() {
        assertThat(TruthJson.plain(4e9)).isEqualTo("4000000000");
        assertThat(TruthJson.plain(1.5)).isEqualTo("1.5");
        assertThat(TruthJson.plain(0)).isEqualTo("0");
        assertThat(Double.parseDouble(TruthJson.plain(8.123456789e22))).isEqualTo(8.123456789e22);
    }

    @Test
    void spacingLeavesStringsAlone() {
        assertThat(JsonText.spaced("{\"a\":[1,\"x,y:z\"]}")).isEqualTo("{\"a\": [1, \"x,y:z\"]}");
    }

    @Test
    void quotingEscapesQuotesAndLines() {
        assertThat(JsonText.quoted("a\"b\nc\\")).isEqualTo("\"a\\\"b\\nc\\\\\"");
    }
}
