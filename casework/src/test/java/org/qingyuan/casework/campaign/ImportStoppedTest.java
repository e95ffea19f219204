package org.qingyuan.casework.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.casework.Finds.SCHOOL;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.casework.Finds;
import org.qingyuan.casework.World;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.finding.Finding;

class ImportStoppedTest {
    /// More matters than one transaction takes.
    private static List<Finding> file() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            findings.add(Finds.session("s" + i, "10.0." + i % 225 + ".1", SCHOOL, "2026-03-01T00:00:00Z"));
        }
        return findings;
    }

    private static ImportRun bring(World world) {
        return world.bring(World.MINING, "a", World.ANALYST, "run", file(), 100);
    }

    /// Begin, five batches, two hundred matters, the rest.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
    void whoeverWasStoppedEndsAsIfNothingHadBeen(int transactions) {
        World whole = new World();
        ImportRun expected = bring(whole);
        World world = new World();
        world.dieAfter(transactions);
        boolean isKilled = false;
        try {
            bring(world);
        } catch (Error e) {
            isKilled = World.isKilled(e);
        }
        assertThat(isKilled).isEqualTo(transactions < 8);
        world.dieAfter(Integer.MAX_VALUE);
        ImportRun run = bring(world);
        assertThat(run).isEqualTo(expected);
        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(450, 0, 0, 0, 225, 225, 0, 0));
        assertThat(world.logged()).isEqualTo(225);
        assertThat(world.cases())
                .hasSize(225)
                .allSatisfy(file -> assertThat(world.findings(file)).hasSize(2));
        assertThat(world.cases().stream().map(CaseFile::status))
                .containsExactlyElementsOf(
                        whole.cases().stream().map(CaseFile::status).toList());
    }

    @Test
    void twoAtOnceCountEachFindingOnce() {
        World world = new World();
        Importing.Act who = new Importing.Act(World.ANALYST, World.BEGIN);
        ImportRun one = world.importing.begin(World.MINING, "a", "a", "", "run", who);
        ImportRun other = world.importing.begin(World.MINING, "a", "a", "", "run", who);
        List<Importing.Found> found =
                file().stream().limit(10).map(world::found).toList();
        one = world.importing.keep(one, found, 10, 1);
        other = world.importing.keep(other, found, 10, 1);
        ImportRun done = world.importing.finish(one, who);
        assertThat(world.importing.keep(other, List.of(), 10, 0)).isEqualTo(done);
        assertThat(world.importing.finish(other, who)).isEqualTo(done);
        assertThat(done.counts()).isEqualTo(new ImportRun.Counts(10, 0, 0, 1, 10, 10, 0, 0));
        assertThat(world.logged()).isEqualTo(10);
    }
}
