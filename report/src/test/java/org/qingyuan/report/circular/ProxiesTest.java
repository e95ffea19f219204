package org.qingyuan.report.circular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qingyuan.report.circular.Samples.NINE;
import static org.qingyuan.report.circular.Samples.input;
import static org.qingyuan.report.circular.Samples.results;
import static org.qingyuan.report.circular.Samples.run;
import static org.qingyuan.report.circular.Samples.session;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.qingyuan.registry.Factors;
import org.qingyuan.registry.HardwareTable;
import org.qingyuan.report.circular.CircularModel.AlgorithmLine;

/// A proxy inside and its workers are the same work twice; totals count it once.
class ProxiesTest {
    private static final String PROXY = "10.20.8.2";
    private static final double HOUR = 3600;

    private static CircularModel model(Samples.Session... sessions) throws IOException {
        return new Circulars(ZoneId.of("Asia/Shanghai"), HardwareTable.builtIn(), Factors.builtIn())
                .model(List.of(results(run("A", input("a.pcap", NINE, NINE.plusSeconds(3600))), sessions)));
    }

    private static Samples.Session worker(String client, long shares) {
        return session(client).at(PROXY).shares(shares, 100_000);
    }

    private static Samples.Session proxy(long shares) {
        return session(PROXY).at("198.51.100.7").shares(shares, 100_000);
    }

    private static AlgorithmLine only(CircularModel model) {
        assertThat(model.algorithms()).hasSize(1);
        return model.algorithms().getFirst();
    }

    private static double rate(CircularModel model) {
        return Objects.requireNonNull(only(model).rate()).best() * HOUR / 100_000;
    }

    @Test
    void theWorkersCountWhereBothReadingsAgree() throws IOException {
        CircularModel model = model(worker("10.0.0.1", 50), worker("10.0.0.2", 46), proxy(100));
        assertThat(rate(model)).isCloseTo(96, within(1e-9));
        assertThat(only(model).acceptedShares()).isEqualTo(96);
        assertThat(only(model).withoutRate()).isZero();
        assertThat(Objects.requireNonNull(only(model).peak()).rate().best() * HOUR / 100_000)
                .isCloseTo(96, within(1e-9));
        assertThat(model.figures().sessions()).isEqualTo(3);
        assertThat(model.figures().clients()).isEqualTo(3);
        assertThat(model.timeLine().buckets().getFirst().accepted()).isEqualTo(96);
    }

    @Test
    void bothReadingsAreStated() throws IOException {
        CircularModel model = model(worker("10.0.0.1", 50), worker("10.0.0.2", 46), proxy(100));
        ProxyLine line = model.proxies().top().getFirst();
        assertThat(line.address()).isEqualTo(PROXY);
        assertThat(line.workers()).isEqualTo(2);
        assertThat(line.countsItself()).isFalse();
        assertThat(Objects.requireNonNull(line.rateHandedOn(HOUR)).best() * HOUR / 100_000)
                .isCloseTo(100, within(1e-9));
        assertThat(Objects.requireNonNull(line.rateByWorkers(HOUR)).best() * HOUR / 100_000)
                .isCloseTo(96, within(1e-9));
    }

    @Test
    void theProxyCountsWhereWorkersAreMissing() throws IOException {
        CircularModel model = model(worker("10.0.0.1", 10), proxy(100));
        assertThat(rate(model)).isCloseTo(100, within(1e-9));
        assertThat(model.proxies().top().getFirst().countsItself()).isTrue();
    }

    @Test
    void intervalsThatTouchLeaveItToTheWorkers() throws IOException {
        // 100 shares: 81 at least; 60 shares: 77 at most, 65 shares: 83
        assertThat(rate(model(worker("10.0.0.1", 60), proxy(100)))).isCloseTo(100, within(1e-9));
        assertThat(rate(model(worker("10.0.0.1", 65), proxy(100)))).isCloseTo(65, within(1e-9));
    }

    @Test
    void sessionsAtDifferentTimesAreNoProxy() throws IOException {
        CircularModel model =
                model(worker("10.0.0.1", 50).time(NINE, 1000), proxy(100).time(NINE.plusSeconds(1001), 1000));
        assertThat(model.proxies().total()).isZero();
        assertThat(rate(model)).isCloseTo(150, within(1e-9));
    }

    @Test
    void anotherAlgorithmIsAnotherMatter() throws IOException {
        CircularModel model = model(worker("10.0.0.1", 50).algorithm("ethash", "ETH", "ethproxy"), proxy(100));
        assertThat(model.proxies().total()).isZero();
        assertThat(model.algorithms()).hasSize(2);
    }

    @Test
    void chainsCountOnce() throws IOException {
        CircularModel model = model(
                worker("10.0.0.1", 100),
                session(PROXY).at("10.20.9.9").shares(100, 100_000),
                session("10.20.9.9").at("198.51.100.7").shares(100, 100_000));
        assertThat(rate(model)).isCloseTo(100, within(1e-9));
        CircularModel hidden = model(
                worker("10.0.0.1", 100),
                session(PROXY).at("10.20.9.9").shares(100, 100_000),
                session("10.20.9.9").at("198.51.100.7").shares(1000, 100_000));
        assertThat(rate(hidden)).isCloseTo(1000, within(1e-9));
    }

    @Test
    void addressesThatMineAtEachOtherEndTheSearch() throws IOException {
        CircularModel model = model(
                session("10.0.0.1").at("10.0.0.2").shares(10, 100_000),
                session("10.0.0.2").at("10.0.0.1").shares(1000, 100_000));
        assertThat(model.proxies().total()).isEqualTo(2);
    }
}
