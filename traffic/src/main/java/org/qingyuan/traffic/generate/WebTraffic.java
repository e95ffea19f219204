package org.qingyuan.traffic.generate;

import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// Ordinary requests and answers, so that miners are not alone.
final class WebTraffic {
    private static final String[] HOSTS = {"www.news.example", "mail.example", "video.example", "library.example"};

    private WebTraffic() {}

    /// Short connections of random clients of the sample networks, spread over the time.
    static void add(Stage stage, int flows, double seconds) {
        for (int i = 0; i < flows; i++) {
            RandomGenerator random = stage.random.split();
            SampleOrganisation from = SampleOrganisation.ALL.get(random.nextInt(SampleOrganisation.ALL.size()));
            Endpoint client = Endpoint.of(from.address(100 + random.nextInt(150)), 32_768 + random.nextInt(28_000));
            boolean tls = random.nextInt(3) > 0;
            Endpoint server = Endpoint.of("192.0.2." + (1 + random.nextInt(250)), tls ? 443 : 80);
            Chat chat = new Chat(stage, client, server, random.nextDouble(1, seconds - 30));
            if (tls) {
                chat.client(BinaryNearMisses.record(random, 22, 517));
                chat.server(BinaryNearMisses.record(random, 22, 1_200 + random.nextInt(2_000)));
                chat.client(BinaryNearMisses.record(random, 23, 300));
                chat.server(BinaryNearMisses.record(random, 23, random.nextInt(200, 6_000)));
            } else {
                String host = HOSTS[random.nextInt(HOSTS.length)];
                chat.client(Chat.head("GET /" + Hex.random(random, 6) + " HTTP/1.1", "Host: " + host));
                String page = "<p>" + Hex.random(random, random.nextInt(100, 2_000)) + "</p>";
                chat.server(Chat.head("HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Length: " + page.length())
                        + page);
            }
            chat.end();
        }
    }
}
