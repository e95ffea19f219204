package org.qingyuan.casework.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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
    private static final int MATTERS = 525;

    private static final int FINDINGS = 2 * MATTERS;

    private static List<Finding> file() {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < FINDINGS; i++) {
            int matter = i % MATTERS;
            String address = "10." + matter / 200 + "." + matter % 200 + ".1";
            findings.add(Finds.session("s" + i, address, SCHOOL, "2026-03-01T00:00:00Z"));
        }
        return findings;
    }

    private static ImportRun bring(World world) {
        return world.bring(World.MINING, "a", World.ANALYST, "run", file(), 220);
    }

    /// Begin, five batches, five hundred matters, the rest.
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
        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(FINDINGS, 0, 0, 0, MATTERS, MATTERS, 0, 0));
        assertThat(world.logged()).isEqualTo(MATTERS);
        assertThat(world.cases())
                .hasSize(MATTERS)
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

    @Test
    void whoeverIsBehindKeepsNothingAndTakesNothingBack() {
        World world = new World();
        Importing.Act who = new Importing.Act(World.ANALYST, World.BEGIN);
        ImportRun slow = world.importing.begin(World.MINING, "a", "a", "", "run", who);
        ImportRun fast = slow;
        List<Importing.Found> found =
                file().stream().limit(50).map(world::found).toList();
        for (int from = 0; from < 40; from += 10) {
            fast = world.importing.keep(fast, found.subList(from, from + 10), from + 10L, 0);
        }
        slow = world.importing.keep(slow, found.subList(0, 10), 10, 3);
        slow = world.importing.keep(slow, found.subList(10, 20), 20, 3);
        assertThat(slow).isEqualTo(fast);
        // part of it is there already
        slow = world.importing.keep(slow, found.subList(30, 45), 45, 3);
        assertThat(slow.lines()).isEqualTo(45);
        slow = world.importing.keepLast(slow, found.subList(45, 50), 50, 2);
        fast = world.importing.keepLast(fast, found.subList(40, 50), 50, 2);
        assertThat(fast).isEqualTo(slow);
        assertThat(world.importing.finish(fast, who).counts())
                .isEqualTo(new ImportRun.Counts(50, 0, 0, 2, 50, 50, 0, 0));
    }

    @Test
    void linesThatAreLeftOutAreRefused() {
        World world = new World();
        ImportRun run =
                world.importing.begin(World.MINING, "a", "a", "", "run", new Importing.Act(World.ANALYST, World.BEGIN));
        List<Importing.Found> found =
                file().stream().limit(10).map(world::found).toList();
        assertThatIllegalArgumentException().isThrownBy(() -> world.importing.keep(run, found, 11, 0));
    }
}
