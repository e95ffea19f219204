package org.qingyuan.traffic.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import org.qingyuan.traffic.capture.PcapngWriter;
import org.qingyuan.traffic.generate.wire.CaptureFormat;
import org.qingyuan.traffic.generate.wire.Frame;
import org.qingyuan.traffic.generate.wire.Link;
import org.qingyuan.traffic.generate.wire.Packet;

/// Capture files of unusual shape.
final class FileShapes {
    private static final int CUSTOM_BLOCK = 0x0bad;
    private static final List<Link> LINKS = List.of(Link.ETHERNET, Link.RAW, Link.SLL);
    private static final int[] RESOLUTIONS = {
        PcapngWriter.decimal(6), PcapngWriter.decimal(9), PcapngWriter.binary(20), PcapngWriter.decimal(7)
    };

    private FileShapes() {}

    /// Three interfaces of their own link and resolution, changed with each of two sections of different byte order;
    /// every connection keeps to one interface.
    static void interfaces(Studio studio) throws IOException {
        Stage stage = studio.stage(DisturbanceScenarios.START);
        List<Packet> packets = DisturbanceScenarios.played(stage);
        String name = studio.scenario() + ".pcapng";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(studio.file(name)))) {
            PcapngWriter writer = new PcapngWriter(out, ByteOrder.LITTLE_ENDIAN);
            channels(writer, 0);
            for (int i = 0; i < packets.size(); i++) {
                if (i == packets.size() / 2) {
                    writer.statistics(0, packets.get(i).timeNanos());
                    writer.block(CUSTOM_BLOCK, new byte[] {1, 2, 3, 4, 5});
                    writer.section(ByteOrder.BIG_ENDIAN);
                    channels(writer, 1);
                }
                write(writer, packets.get(i), i % 7 == 3);
            }
        }
        studio.count(name, stage, packets);
    }

    private static void channels(PcapngWriter writer, int first) throws IOException {
        for (int i = 0; i < LINKS.size(); i++) {
            writer.channel(LINKS.get(i).number(), 0, RESOLUTIONS[(first + i) % RESOLUTIONS.length]);
        }
    }

    private static void write(PcapngWriter writer, Packet packet, boolean obsolete) throws IOException {
        int channel = packet.origin().talk() % LINKS.size();
        byte[] frame = Frame.of(LINKS.get(channel), packet);
        if (obsolete) {
            writer.obsoletePacket(channel, packet.timeNanos(), frame, frame.length, frame.length);
        } else {
            writer.packet(channel, packet.timeNanos(), frame, frame.length, frame.length);
        }
    }

    /// The truth names the first file; it holds for the three read as one stream.
    static void rotated(Studio studio) throws IOException {
        Stage stage = studio.stage(DisturbanceScenarios.START);
        List<Packet> packets = DisturbanceScenarios.played(stage);
        int third = packets.size() / 3;
        for (int i = 0; i < 3; i++) {
            int to = i == 2 ? packets.size() : (i + 1) * third;
            CaptureFormat.PCAP.write(studio.file(rotatedName(studio, i)), packets.subList(i * third, to));
        }
        studio.count(rotatedName(studio, 0), stage, packets);
    }

    private static String rotatedName(Studio studio, int index) {
        return studio.scenario() + "_0000" + (index + 1) + "_20211012" + (index + 10) + "0000.pcap";
    }
}
