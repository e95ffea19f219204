package org.qingyuan.traffic.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.qingyuan.finding.Address;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.IpWriter;
import org.qingyuan.traffic.generate.wire.IpWriter.TcpHeader;
import org.qingyuan.traffic.generate.wire.Message;
import org.qingyuan.traffic.generate.wire.Packet;
import org.qingyuan.traffic.generate.wire.Packet.Origin;
import org.qingyuan.traffic.generate.wire.Tags;
import org.qingyuan.traffic.generate.wire.TcpPlan;
import org.qingyuan.traffic.generate.wire.TcpPlan.Ending;
import org.qingyuan.traffic.generate.wire.TcpRenderer;

/// Short flows as a border sees them, one at a time: the shares of the kinds are pinned, what they say is drawn from a
/// block of random bytes.
final class BulkFlows {
    /// How many flows the benchmark's capture has.
    static final long AT_SCALE_ONE = 352_000;

    private static final int POOL_BYTES = 1 << 22;
    private static final int BROKEN = 256;
    private static final byte[] NO_BYTES = {};

    private final SplittableRandom random;
    private final byte[] pool;
    private final List<Packet> broken;

    BulkFlows(SplittableRandom random) {
        this.random = random;
        this.pool = BinaryNearMisses.bytes(random, POOL_BYTES);
        this.broken = broken(random);
    }

    /// Broken packets to repeat, made of one good flow.
    private List<Packet> broken(SplittableRandom seed) {
        List<Packet> good = web(0, endpoint(true), endpoint(false));
        List<Packet> made = new ArrayList<>(BrokenPackets.badHeaders(good, seed));
        made.addAll(BrokenPackets.garbage(good, seed));
        return made.subList(0, BROKEN);
    }

    /// Packets of the next flow, which begins at an instant.
    List<Packet> packets(long startNanos) {
        int kind = random.nextInt(10_000);
        if (kind < 3_500) {
            return lookUp(startNanos);
        }
        if (kind < 4_250) {
            return knock(startNanos);
        }
        if (kind < 5_450) {
            return List.of(broken.get(random.nextInt(broken.size())).at(startNanos));
        }
        boolean six = random.nextInt(20) == 0;
        Endpoint client = six ? six("2001:db8:20::") : endpoint(true);
        Endpoint server = six ? six("2001:db8:f0::") : endpoint(false);
        if (kind < 5_477) {
            return download(startNanos, client, server);
        }
        return kind < 7_700 ? tls(startNanos, client, server) : web(startNanos, client, server);
    }

    private Endpoint endpoint(boolean client) {
        int bits = client ? 0x0a14_0000 | random.nextInt(1 << 20) : 0xc612_0000 | random.nextInt(1 << 17);
        return new Endpoint(Address.v4(bits), client ? 32_768 + random.nextInt(28_000) : 443);
    }

    private Endpoint six(String network) {
        Address base = Endpoint.of(network, 0).address();
        return new Endpoint(Address.v6(base.high(), 1 + random.nextInt(1 << 16)), 40_000 + random.nextInt(20_000));
    }

    private static Endpoint port(Endpoint endpoint, int port) {
        return new Endpoint(endpoint.address(), port);
    }

    private byte[] slice(String head, int length) {
        byte[] first = head.getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[first.length + length];
        System.arraycopy(first, 0, bytes, 0, first.length);
        System.arraycopy(pool, random.nextInt(POOL_BYTES - length), bytes, first.length, length);
        return bytes;
    }

    private List<Packet> played(long start, Endpoint client, Endpoint server, List<Message> messages) {
        long end = messages.get(messages.size() - 1).timeNanos() + 40_000_000L;
        Ending ending = random.nextInt(6) == 0 ? Ending.SERVER_RESET : Ending.CLIENT_FIN;
        TcpPlan plan =
                TcpPlan.ordinary(0, client, server, start, rtt()).silent().ending(ending, end);
        return TcpRenderer.render(plan, messages, random.split());
    }

    private long rtt() {
        return 4_000_000L + random.nextInt(60_000_000);
    }

    /// One request and its page; one in twenty is JSON of an ordinary service.
    private List<Packet> web(long start, Endpoint client, Endpoint server) {
        long at = start + 70_000_000L;
        boolean json = random.nextInt(20) == 0;
        byte[] question = slice(json ? "{\"id\":1,\"method\":\"items.list\",\"params\":[\"" : "GET /", 60);
        String head = json ? "{\"id\":1,\"result\":[\"" : Chat.head("HTTP/1.1 200 OK", "Content-Type: image/png");
        byte[] page = slice(head, 100 + random.nextInt(random.nextInt(4) == 0 ? 6_000 : 1_500));
        List<Message> said = List.of(
                new Message(at, 0, question),
                new Message(at + 60_000_000L, 1, page),
                new Message(at + 160_000_000L, 0, slice("GET /", 90)),
                new Message(at + 230_000_000L, 1, slice(head, 300)));
        return played(start, client, port(server, json ? 9_000 : 80), said);
    }

    private List<Packet> tls(long start, Endpoint client, Endpoint server) {
        long at = start + 70_000_000L;
        List<Message> said = List.of(
                new Message(at, 0, slice("\26\3\1\2\0\1\0\1\374\3\3", 506)),
                new Message(at + 60_000_000L, 1, slice("\26\3\3\0\172\2\0\0\166\3\3", 1_300)),
                new Message(at + 120_000_000L, 0, slice("\24\3\3\0\1\1", 70)),
                new Message(at + 190_000_000L, 0, slice("\27\3\3\1\0", 256)),
                new Message(at + 260_000_000L, 1, slice("\27\3\3\10\0", 100 + random.nextInt(1_200))));
        return played(start, client, port(server, 443), said);
    }

    private List<Packet> download(long start, Endpoint client, Endpoint server) {
        long at = start + 70_000_000L;
        List<Message> said = new ArrayList<>();
        said.add(new Message(at, 0, slice("GET /", 120)));
        int blocks = 4 + random.nextInt(14);
        for (int i = 0; i < blocks; i++) {
            said.add(new Message(
                    at + 60_000_000L + i * 25_000_000L, 1, slice(i == 0 ? "HTTP/1.1 200 OK\r\n\r\n" : "", 65_536)));
        }
        return played(start, client, port(server, 80), said);
    }

    private List<Packet> lookUp(long start) {
        Endpoint client = endpoint(true);
        Endpoint resolver = Endpoint.of("198.51.100.53", 53);
        int id = random.nextInt(65_536);
        String name = Hex.random(random, 3 + random.nextInt(5)) + ".site" + random.nextInt(500) + ".example";
        byte[] asked = new IpWriter(client, resolver, 63, id).udp(BackgroundNearMisses.dnsMessage(id, name, false));
        byte[] told = new IpWriter(resolver, client, 57, id).udp(BackgroundNearMisses.dnsMessage(id, name, true));
        return List.of(
                Packet.ip(start, asked, Origin.background(0), Tags.NONE),
                Packet.ip(start + rtt(), told, Origin.background(1), Tags.NONE));
    }

    private List<Packet> knock(long start) {
        Endpoint from = endpoint(true);
        Endpoint to = port(endpoint(false), 1 + random.nextInt(10_000));
        int sequence = random.nextInt();
        byte[] syn = new IpWriter(from, to, 44, sequence & 0xffff)
                .tcp(new TcpHeader(sequence, 0, IpWriter.SYN, 1024), NO_BYTES, NO_BYTES, 0, 0);
        Packet asked = Packet.ip(start, syn, Origin.background(0), Tags.NONE);
        if (random.nextBoolean()) {
            return List.of(asked);
        }
        byte[] reset = new IpWriter(to, from, 57, 0)
                .tcp(new TcpHeader(0, sequence + 1, IpWriter.RST | IpWriter.ACK, 0), NO_BYTES, NO_BYTES, 0, 0);
        return List.of(asked, Packet.ip(start + rtt(), reset, Origin.background(1), Tags.NONE));
    }
}
