package org.qingyuan.traffic.generate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads the plain form of captures, little-endian pcap over Ethernet, by the letter and nothing more; independent of
/// the product's reader.
final class PlainPcap {
    /// @param ip from the IP header on, without padding; empty for what is no IP
    record Captured(long timeNanos, byte[] ip) {
        boolean four() {
            return ip.length > 0 && ip[0] >> 4 == 4;
        }

        int transportAt() {
            return four() ? (ip[0] & 15) * 4 : 40;
        }

        int protocol() {
            return ip.length == 0 ? -1 : ip[four() ? 9 : 6];
        }

        int number(int at, int length) {
            int value = 0;
            for (int i = 0; i < length; i++) {
                value = value << 8 | ip[at + i] & 255;
            }
            return value;
        }

        int port(int side) {
            return number(transportAt() + 2 * side, 2);
        }

        byte[] address(int side) {
            int length = four() ? 4 : 16;
            int at = (four() ? 12 : 8) + side * length;
            return Arrays.copyOfRange(ip, at, at + length);
        }

        int payload() {
            return ip.length - transportAt() - (ip[transportAt() + 12] >> 4 & 15) * 4;
        }

        /// Both ends in the order in which the packet travels.
        String flow() {
            return Arrays.toString(address(0)) + port(0) + ">" + Arrays.toString(address(1)) + port(1);
        }
    }

    private PlainPcap() {}

    static List<Captured> read(Path file) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        if (in.getInt(0) != 0xa1b2c3d4 || in.getInt(20) != 1) {
            throw new IOException("not in the plain form: " + file);
        }
        in.position(24);
        List<Captured> records = new ArrayList<>();
        while (in.remaining() >= 16) {
            long nanos = in.getInt() * 1_000_000_000L + in.getInt() * 1_000L;
            byte[] frame = new byte[in.getInt()];
            in.getInt();
            in.get(frame);
            records.add(new Captured(nanos, ip(frame)));
        }
        return records;
    }

    private static byte[] ip(byte[] frame) {
        int at = 12;
        while (frame.length > at + 3 && (type(frame, at) == 0x8100 || type(frame, at) == 0x88a8)) {
            at += 4;
        }
        boolean known = type(frame, at) == 0x0800 || type(frame, at) == 0x86dd;
        byte[] rest = Arrays.copyOfRange(frame, at + 2, frame.length);
        if (!known || rest.length < 20) {
            return new byte[0];
        }
        int length = rest[0] >> 4 == 4 ? type(rest, 2) : 40 + type(rest, 4);
        return length > rest.length ? new byte[0] : Arrays.copyOf(rest, length);
    }

    private static int type(byte[] bytes, int at) {
        return (bytes[at] & 255) << 8 | bytes[at + 1] & 255;
    }
}
