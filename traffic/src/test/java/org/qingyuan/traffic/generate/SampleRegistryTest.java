package org.qingyuan.traffic.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.Reject;
import org.qingyuan.registry.Organisation;
import org.qingyuan.registry.OrganisationKind;
import org.qingyuan.registry.Registry;

class SampleRegistryTest {
    @TempDir
    Path dir;

    private Registry registry(List<Reject> rejects) throws IOException {
        SampleRegistry.write(dir.resolve("registry"));
        return Registry.load(dir.resolve("registry"), ZoneId.of("Asia/Shanghai"), rejects::add);
    }

    @Test
    void loadsWithoutRejectOrNotice() throws IOException {
        List<Reject> rejects = new ArrayList<>();

        assertThat(registry(rejects).notices()).isEmpty();
        assertThat(rejects).isEmpty();
    }

    @Test
    void holdsEveryKind() throws IOException {
        assertThat(registry(new ArrayList<>()).organisations())
                .extracting(Organisation::kind)
                .contains(OrganisationKind.values());
    }

    @Test
    void everyMinerOfTheCampusButOneIsHeld() throws IOException {
        Registry registry = registry(new ArrayList<>());
        List<Truth> truths = TrafficGenerator.write(Scenario.named("campus").orElseThrow(), 1, dir);
        Set<String> strangers = truths.stream()
                .filter(t -> !t.rule().equals("none"))
                .filter(t -> registry.holderAt(t.client().address(), Instant.ofEpochSecond(0, t.startNanos())) == null)
                .map(t -> t.client().address().text())
                .collect(Collectors.toSet());

        assertThat(strangers).containsExactly("172.20.4.4");
    }
}
