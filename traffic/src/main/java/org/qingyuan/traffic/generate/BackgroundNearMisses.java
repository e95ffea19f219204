package org.qingyuan.traffic.generate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.IpWriter;
import org.qingyuan.traffic.generate.wire.IpWriter.TcpHeader;
import org.qingyuan.traffic.generate.wire.Packet;
import org.qingyuan.traffic.generate.wire.Packet.Origin;
import org.qingyuan.traffic.generate.wire.Tags;

/// Single packets and datagrams that speak of mining or knock at its ports.
final class BackgroundNearMisses {
    private static final String[] POOLS = {
        "xmr.pool.example", "btc.pool.example", "eth.pool.example", "stratum.slush.example", "pool.minexmr.example"
    };

    private BackgroundNearMisses() {}

    /// A question and its answer 20 ms later.
    static void datagrams(
            Stage stage, Endpoint client, Endpoint server, double afterSeconds, byte[] question, byte[] answer) {
        long at = stage.at(afterSeconds);
        byte[] asked = new IpWriter(client, server, 63, stage.random.nextInt(65_536)).udp(question);
        stage.background(Packet.ip(at, asked, Origin.background(0), Tags.NONE));
        byte[] told = new IpWriter(server, client, 57, stage.random.nextInt(65_536)).udp(answer);
        stage.background(Packet.ip(at + 20_000_000L, told, Origin.background(1), Tags.NONE));
    }

    /// Most hosts say nothing, some refuse, a few accept and are reset.
    static void synScan(Stage stage) {
        RandomGenerator random = stage.random.split();
        int[] ports = {3333, 8333, 14_444};
        double at = 0.5;
        for (int host = 1; host < 120; host++) {
            for (int port : ports) {
                at += 0.004;
                scan(stage, random, Endpoint.of("10.20.5.80", 40_000 + host), NearMissScenarios.server(host, port), at);
            }
        }
    }

    private static void scan(Stage stage, RandomGenerator random, Endpoint from, Endpoint to, double at) {
        IpWriter there = new IpWriter(from, to, 44, random.nextInt(65_536));
        IpWriter back = new IpWriter(to, from, 57, 0);
        int sequence = random.nextInt();
        segment(stage, there, at, 0, new TcpHeader(sequence, 0, IpWriter.SYN, 1024));
        int kind = random.nextInt(10);
        if (kind < 4) {
            segment(stage, back, at + 0.03, 1, new TcpHeader(0, sequence + 1, IpWriter.RST | IpWriter.ACK, 0));
        } else if (kind == 4) {
            int other = random.nextInt();
            segment(stage, back, at + 0.03, 1, new TcpHeader(other, sequence + 1, IpWriter.SYN | IpWriter.ACK, 64_240));
            segment(stage, there, at + 0.031, 0, new TcpHeader(sequence + 1, 0, IpWriter.RST, 0));
        }
    }

    private static void segment(Stage stage, IpWriter writer, double at, int side, TcpHeader header) {
        byte[] bytes = writer.tcp(header, new byte[0], new byte[0], 0, 0);
        stage.background(Packet.ip(stage.at(at), bytes, Origin.background(side), Tags.NONE));
    }

    static void dns(Stage stage) {
        Endpoint resolver = NearMissScenarios.server(53, 53);
        for (int i = 0; i < 40; i++) {
            String name = POOLS[i % POOLS.length];
            int id = stage.random.nextInt(65_536);
            byte[] question = dnsMessage(id, name, false);
            byte[] answer = dnsMessage(id, name, true);
            datagrams(stage, NearMissScenarios.client(stage, 81), resolver, 0.5 + 3 * i, question, answer);
        }
        Chat tcp = new Chat(stage, NearMissScenarios.client(stage, 82), resolver, 2);
        for (String name : POOLS) {
            tcp.client(prefixed(dnsMessage(7, name, false)))
                    .server(prefixed(dnsMessage(7, name, true)))
                    .pause(20);
        }
        tcp.end();
    }

    /// A look-up whose answer names the server.
    static void lookUp(Stage stage, Endpoint client, String name, Endpoint server, double afterSeconds) {
        int id = stage.random.nextInt(65_536);
        datagrams(
                stage,
                new Endpoint(client.address(), 20_000 + id / 4),
                NearMissScenarios.server(53, 53),
                afterSeconds,
                dnsMessage(id, name, false),
                dnsMessage(id, name, (int) server.address().low(), true));
    }

    /// RFC 1035: header, one question, in answers one address.
    static byte[] dnsMessage(int id, String name, boolean answer) {
        return dnsMessage(id, name, answer ? 0xcb00_7128 : 0, answer);
    }

    static byte[] dnsMessage(int id, String name, int address, boolean answer) {
        ByteBuffer out = ByteBuffer.allocate(512);
        out.putShort((short) id).putShort((short) (answer ? 0x8180 : 0x0100));
        out.putShort((short) 1).putShort((short) (answer ? 1 : 0)).putInt(0);
        for (String label : name.split("\\.")) {
            out.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.put((byte) 0).putShort((short) 1).putShort((short) 1);
        if (answer) {
            out.putShort((short) 0xc00c).putShort((short) 1).putShort((short) 1).putInt(300);
            out.putShort((short) 4).putInt(address);
        }
        byte[] bytes = new byte[out.position()];
        out.flip().get(bytes);
        return bytes;
    }

    private static byte[] prefixed(byte[] message) {
        return ByteBuffer.allocate(2 + message.length)
                .putShort((short) message.length)
                .put(message)
                .array();
    }

    static void stratumText(Stage stage) {
        Endpoint ntp = NearMissScenarios.server(123, 123);
        byte[] control = new byte[12];
        control[0] = 0x16;
        control[1] = 2;
        for (int i = 0; i < 12; i++) {
            byte[] text = ("stratum=2, precision=-24, rootdelay=1.2, refid=203.0.113.1, mining=no, peer=" + i)
                    .getBytes(StandardCharsets.US_ASCII);
            byte[] answer =
                    ByteBuffer.allocate(12 + text.length).put(control).put(text).array();
            datagrams(stage, NearMissScenarios.client(stage, 83), ntp, 0.5 + 8 * i, control, answer);
            byte[] log = ("<30>ntpd[411]: kernel reports TIME_ERROR, stratum+tcp://btc.pool.example:3333 line " + i)
                    .getBytes(StandardCharsets.US_ASCII);
            datagrams(
                    stage, NearMissScenarios.client(stage, 84), NearMissScenarios.server(54, 514), 1 + 8 * i, log, log);
        }
        Chat ldap = new Chat(stage, NearMissScenarios.client(stage, 85), NearMissScenarios.server(55, 389), 1);
        for (int i = 0; i < 10; i++) {
            ldap.client("0A\2\1\5c<\4\24dc=mining,dc=example\n\1\2stratum\n\1\0");
            ldap.server("0N\2\1\5dI\4\30cn=stratum,dc=mining,dc=example method mining.subscribe")
                    .pause(9);
        }
        ldap.end();
    }
}
