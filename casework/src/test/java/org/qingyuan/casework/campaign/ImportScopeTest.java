package org.qingyuan.casework.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.casework.Finds.SCHOOL;
import static org.qingyuan.casework.Finds.UNIVERSITY;
import static org.qingyuan.casework.Finds.session;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.casework.World;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.finding.Finding;

class ImportScopeTest {
    private static final String A = "10.20.3.7";
    private static final String EARLY = "2026-03-01T00:00:00Z";
    private static final Actor SUZHOU = World.person(Role.ANALYST, "su", "320500");

    private final World world = new World();

    private ImportRun bring(Actor actor, String file, Finding... findings) {
        return world.bring(World.MINING, file, actor, "run", List.of(findings), 100);
    }

    @Test
    void mattersOutsideTheScopeAreRefusedAndCounted() {
        ImportRun run = bring(
                SUZHOU,
                "a",
                session("f1", A, UNIVERSITY, EARLY),
                session("f2", A, SCHOOL, EARLY),
                session("f3", "10.20.3.8", null, EARLY));
        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(3, 0, 0, 2, 1, 1, 0, 0));
        assertThat(world.only().head().place().organisation()).isEqualTo("uni");
    }

    @Test
    void whatWasRefusedIsTakenFromWhoeverMayBringIt() {
        Finding[] file = {session("f1", A, UNIVERSITY, EARLY), session("f2", A, SCHOOL, EARLY)};
        bring(SUZHOU, "a", file);
        ImportRun run = bring(World.ANALYST, "a", file);
        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(2, 1, 0, 0, 1, 1, 0, 0));
        assertThat(world.cases()).hasSize(2);
    }

    @Test
    void aCaseThatTheAnalystDoesNotSeeTakesNothingAndStopsNothing() {
        bring(World.ANALYST, "a", session("f1", A, null, EARLY));
        Finding[] file = {session("f2", A, UNIVERSITY, EARLY), session("f3", "10.20.3.8", UNIVERSITY, EARLY)};
        ImportRun run = bring(SUZHOU, "b", file);
        assertThat(run.counts()).isEqualTo(new ImportRun.Counts(2, 0, 0, 1, 1, 1, 0, 0));
        assertThat(world.findings(world.cases().getFirst())).containsExactly("f1");
        bring(World.ANALYST, "b", file);
        assertThat(world.findings(world.cases().getFirst())).containsExactly("f1", "f2");
        assertThat(world.cases().getFirst().head().place().organisation()).isEqualTo("uni");
    }

    @Test
    void whatCameBetweenKeepingAndTakingStopsNothing() {
        Importing.Act who = new Importing.Act(SUZHOU, World.BEGIN);
        ImportRun run = world.importing.begin(World.MINING, "b", "b", "", "run", who);
        run = world.importing.keep(run, List.of(world.found(session("f2", A, UNIVERSITY, EARLY))), 1, 0);
        bring(World.ANALYST, "a", session("f1", A, null, EARLY));
        assertThat(world.importing.finish(run, who).counts()).isEqualTo(new ImportRun.Counts(1, 0, 0, 1, 0, 0, 0, 0));
        assertThat(world.findings(world.only())).containsExactly("f1");
        bring(World.ANALYST, "c", session("f3", A, UNIVERSITY, EARLY));
        assertThat(world.findings(world.only())).containsExactly("f1", "f2", "f3");
    }

    @Test
    void anAnalystContinuesWhatAnotherOfTheScopeBegan() {
        Importing.Act who = new Importing.Act(SUZHOU, World.BEGIN);
        world.importing.begin(World.MINING, "a", "a", "", "run", who);
        Actor other = World.person(Role.ANALYST, "other", "320500");
        ImportRun run = bring(other, "a", session("f1", A, UNIVERSITY, EARLY));
        assertThat(run.actor()).isEqualTo(SUZHOU);
        assertThat(world.steps(world.only()).getFirst().actor()).isEqualTo(other);
    }
}
