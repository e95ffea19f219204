package org.qingyuan.traffic.generate;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// Binary protocols of nodes and of services that use the ports of pools.
final class BinaryNearMisses {
    private static final int BITCOIN_MAGIC = 0xd9b4bef9;
    private static final long LEVIN_SIGNATURE = 0x0101_0101_0101_2101L;

    private BinaryNearMisses() {}

    static void bitcoin(Stage stage) {
        for (int peer = 0; peer < 3; peer++) {
            Chat chat = new Chat(
                    stage, NearMissScenarios.client(stage, 20), NearMissScenarios.server(10 + peer, 8333), 0.5 + peer);
            RandomGenerator random = stage.random.split();
            byte[] version = ("/Satoshi:0.21.1/" + "x".repeat(70)).getBytes(StandardCharsets.UTF_8);
            chat.client(bitcoinMessage(random, "version", version)).server(bitcoinMessage(random, "version", version));
            chat.server(bitcoinMessage(random, "verack", new byte[0]));
            chat.client(bitcoinMessage(random, "verack", new byte[0]));
            for (int i = 0; i < 20; i++) {
                chat.pause(SessionSampler.exponential(random, 6));
                chat.server(bitcoinMessage(random, "inv", bytes(random, 37 + 36 * random.nextInt(4))));
                chat.client(bitcoinMessage(random, "getdata", bytes(random, 37)));
                chat.server(bitcoinMessage(random, "tx", bytes(random, 220 + random.nextInt(400))));
                chat.client(bitcoinMessage(random, "ping", bytes(random, 8)));
                chat.server(bitcoinMessage(random, "pong", bytes(random, 8)));
            }
            chat.end();
        }
    }

    private static byte[] bitcoinMessage(RandomGenerator random, String command, byte[] payload) {
        ByteBuffer out = ByteBuffer.allocate(24 + payload.length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(BITCOIN_MAGIC)
                .put(command.getBytes(StandardCharsets.US_ASCII))
                .position(16);
        out.putInt(payload.length).putInt(random.nextInt()).put(payload);
        return out.array();
    }

    static void ethereum(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 21), NearMissScenarios.server(20, 30_303), 0.5);
        chat.client(bytes(random, 430)).server(bytes(random, 380));
        for (int i = 0; i < 30; i++) {
            chat.client(bytes(random, 32 + 16 * random.nextInt(1, 30)));
            chat.server(bytes(random, 32 + 16 * random.nextInt(1, 60)));
            chat.pause(SessionSampler.exponential(random, 5));
        }
        chat.end();
        for (int i = 0; i < 12; i++) {
            Endpoint peer = NearMissScenarios.server(30 + i, 30_303);
            BackgroundNearMisses.datagrams(
                    stage, Endpoint.of("10.20.5.21", 30_303), peer, 4 + i, bytes(random, 127), bytes(random, 155));
        }
    }

    static void monero(Stage stage) {
        int[] ports = {18_080, 3333};
        for (int i = 0; i < ports.length; i++) {
            RandomGenerator random = stage.random.split();
            Chat chat = new Chat(
                    stage, NearMissScenarios.client(stage, 22), NearMissScenarios.server(40 + i, ports[i]), 0.5 + i);
            chat.client(levin(random, 1001, 1, 220)).server(levin(random, 1001, 0, 1400));
            for (int turn = 0; turn < 14; turn++) {
                chat.pause(SessionSampler.exponential(random, 9));
                chat.server(levin(random, 2002, 0, 300 + random.nextInt(900)));
                chat.client(levin(random, 1002, 1, 12)).server(levin(random, 1002, 0, 160));
            }
            chat.end();
        }
    }

    private static byte[] levin(RandomGenerator random, int command, int wantsAnswer, int length) {
        ByteBuffer out = ByteBuffer.allocate(33 + length).order(ByteOrder.LITTLE_ENDIAN);
        out.putLong(LEVIN_SIGNATURE).putLong(length).put((byte) wantsAnswer).putInt(command);
        out.putInt(wantsAnswer == 1 ? 0 : 1).putInt(wantsAnswer == 1 ? 1 : 2).putInt(1);
        out.put(bytes(random, length));
        return out.array();
    }

    static void mqtt(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 23), NearMissScenarios.server(50, 3333), 0.5);
        chat.client(HexFormat.of().parseHex("101800044d5154540402003c000c6d657465722d" + "726f6f6d3132"));
        chat.server(HexFormat.of().parseHex("20020000"));
        for (int i = 0; i < 12; i++) {
            String value = "{\"method\":\"report\",\"params\":{\"kwh\":" + random.nextInt(9_000) + "}}";
            chat.client(mqttPublish("lab/meter/12", value));
            chat.pause(30)
                    .client(HexFormat.of().parseHex("c000"))
                    .server(HexFormat.of().parseHex("d000"));
        }
        chat.end();
    }

    private static byte[] mqttPublish(String topic, String value) {
        byte[] name = topic.getBytes(StandardCharsets.UTF_8);
        byte[] body = value.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(4 + name.length + body.length);
        out.put((byte) 0x30).put((byte) (2 + name.length + body.length));
        out.putShort((short) name.length).put(name).put(body);
        return out.array();
    }

    static void webSocket(Stage stage) {
        int[] ports = {443, 3333};
        for (int i = 0; i < ports.length; i++) {
            RandomGenerator random = stage.random.split();
            Chat chat = new Chat(
                    stage, NearMissScenarios.client(stage, 24), NearMissScenarios.server(60 + i, ports[i]), 0.5 + i);
            chat.client(Chat.head(
                    "GET /live HTTP/1.1",
                    "Host: news.example",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                    "Sec-WebSocket-Version: 13"));
            chat.server(Chat.head(
                    "HTTP/1.1 101 Switching Protocols",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
            for (int turn = 0; turn < 15; turn++) {
                chat.pause(20).server(HexFormat.of().parseHex("8900"));
                chat.client(HexFormat.of().parseHex("8a80" + Hex.random(random, 4)));
                chat.server(frame("{\"type\":\"job\",\"params\":{\"headline\":" + turn + "}}"));
            }
            chat.end();
        }
    }

    private static byte[] frame(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(0x81);
        out.write(body.length);
        out.writeBytes(body);
        return out.toByteArray();
    }

    static void tls(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 25), NearMissScenarios.server(70, 3333), 0.5);
        chat.client(record(random, 22, 512)).server(record(random, 22, 1300)).server(record(random, 23, 2800));
        chat.client(record(random, 20, 1)).client(record(random, 23, 69));
        for (int i = 0; i < 15; i++) {
            chat.pause(12).client(record(random, 23, 220)).server(record(random, 23, 85));
        }
        chat.end();
    }

    static byte[] record(RandomGenerator random, int type, int length) {
        ByteBuffer out = ByteBuffer.allocate(5 + length);
        out.put((byte) type).putShort((short) 0x0303).putShort((short) length).put(bytes(random, length));
        return out.array();
    }

    static byte[] bytes(RandomGenerator random, int length) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return drawn;
    }
}
