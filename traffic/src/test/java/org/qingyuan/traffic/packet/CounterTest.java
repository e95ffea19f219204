package org.qingyuan.traffic.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.finding.RejectReason;

class CounterTest {
    private static Properties messages(String language) throws IOException {
        String name = "messages_" + language + ".properties";
        // several modules have a file of this name; this module's lies beside its classes
        String here = CounterTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        String classes = here.replace("test-classes", "classes");
        try (InputStream in = Objects.requireNonNull(
                        java.net.URI.create(classes + "org/qingyuan/" + name).toURL())
                .openStream()) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, UTF_8));
            return properties;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void hasATextForEveryCounter(String language) throws IOException {
        Properties messages = messages(language);
        for (Counter counter : Counter.values()) {
            assertThat(messages.getProperty(counter.messageKey()))
                    .as(counter.messageKey())
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Counter.class)
    void writesWordsInLowerCaseWithHyphens(Counter counter) {
        assertThat(counter.word()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }

    @Test
    void countsRejectsByReasonAndInAll() {
        Counters counters = new Counters();
        counters.rejectPacket(RejectReason.BAD_IP_HEADER);
        counters.rejectPacket(RejectReason.BAD_IP_HEADER);
        counters.rejectInput(RejectReason.CUT_RECORD);
        counters.add(Counter.BYTES_SHED, 70);

        Map<String, Long> counts = new TreeMap<>();
        Map<String, Long> rejects = new TreeMap<>();
        counters.each(counts::put);
        counters.eachReject(rejects::put);
        assertThat(counts)
                .containsExactly(
                        Map.entry("bytes-shed", 70L),
                        Map.entry("packets-read", 0L),
                        Map.entry("packets-rejected", 2L),
                        Map.entry("packets-used", 0L));
        assertThat(rejects).containsExactly(Map.entry("bad-ip-header", 2L), Map.entry("cut-record", 1L));
    }
}
