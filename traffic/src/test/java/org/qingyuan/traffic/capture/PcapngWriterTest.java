package org.qingyuan.traffic.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcapngWriterTest {
    private static final long TIME = 1_634_000_000_123_456_789L;
    private static final byte[] FRAME = {1, 2, 3, 4, 5};

    private record Seen(long timeNanos, int linkType, int captured, int wire, byte first) {}

    private static List<Seen> read(ByteArrayOutputStream file) throws IOException {
        List<Seen> seen = new ArrayList<>();
        try (CaptureReader reader =
                new CaptureReader(Channels.newChannel(new ByteArrayInputStream(file.toByteArray())))) {
            do {
                while (reader.next()) {
                    assertThat(reader.rejected()).isNull();
                    seen.add(new Seen(
                            reader.timeNanos(),
                            reader.linkType(),
                            reader.capturedLength(),
                            reader.wireLength(),
                            reader.bytes()[reader.offset()]));
                }
            } while (reader.fill());
            assertThat(reader.problem()).isNull();
        }
        return seen;
    }

    @Test
    void timesRoundDownToTheResolutionOfTheirInterface() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PcapngWriter writer = new PcapngWriter(file, ByteOrder.BIG_ENDIAN);
        int micros = writer.channel(1, 0, PcapngWriter.decimal(6));
        int nanos = writer.channel(1, 0, PcapngWriter.decimal(9));
        int bits = writer.channel(1, 0, PcapngWriter.binary(20));
        for (int channel : new int[] {micros, nanos, bits}) {
            writer.packet(channel, TIME, FRAME, FRAME.length, FRAME.length);
        }

        List<Seen> seen = read(file);

        assertThat(seen.get(0).timeNanos()).isEqualTo(TIME / 1_000 * 1_000);
        assertThat(seen.get(1).timeNanos()).isEqualTo(TIME);
        assertThat(seen.get(2).timeNanos()).isBetween(TIME - 954, TIME);
    }

    @Test
    void readersFindAllThatWasWritten() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        PcapngWriter writer = new PcapngWriter(file, ByteOrder.LITTLE_ENDIAN);
        writer.channel(1, 0, PcapngWriter.decimal(9));
        writer.packet(0, TIME, FRAME, 3, FRAME.length);
        writer.statistics(0, TIME);
        writer.block(0x0bad, new byte[] {1, 2, 3, 4, 5});
        writer.section(ByteOrder.BIG_ENDIAN);
        writer.channel(101, 0, PcapngWriter.decimal(6));
        writer.obsoletePacket(0, TIME, FRAME, FRAME.length, FRAME.length);
        writer.simplePacket(FRAME, FRAME.length);

        List<Seen> seen = read(file);

        assertThat(seen).hasSize(3);
        assertThat(seen.get(0)).isEqualTo(new Seen(TIME, 1, 3, 5, (byte) 1));
        assertThat(seen.get(1)).isEqualTo(new Seen(TIME / 1_000 * 1_000, 101, 5, 5, (byte) 1));
        assertThat(seen.get(2)).returns(101, Seen::linkType).returns(5, Seen::captured);
    }
}
