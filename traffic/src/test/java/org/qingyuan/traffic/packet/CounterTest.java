package org.qingyuan.traffic.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.HashSet;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.traffic.mining.MiningCounter;

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

    @Test
    void sharesNoWordWithTheCountersOfMining() {
        Set<String> words = new HashSet<>();
        for (Counter counter : Counter.values()) {
            assertThat(words.add(counter.word())).as(counter.word()).isTrue();
        }
        for (MiningCounter counter : MiningCounter.values()) {
            assertThat(words.add(counter.word())).as(counter.word()).isTrue();
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

        assertThat(counters.toMap())
                .containsEntry("packets-rejected", 2L)
                .containsEntry("packets-read", 0L)
                .containsEntry("bytes-shed", 70L)
                .doesNotContainKey("arp");
        assertThat(counters.rejectsToMap()).containsEntry("bad-ip-header", 2L).containsEntry("cut-record", 1L);
    }
}
