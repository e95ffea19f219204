package org.qingyuan.casework.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.casework.Finds;
import org.qingyuan.casework.World;
import org.qingyuan.casework.campaign.TipIntake.Fate;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Subject;

class TipIntakeTest {
    private static final String ADDRESS = "10.20.3.7";
    private static final String FILE = "a".repeat(64);
    private static final Holder SCHOOL = new Holder("school", "School", null, "school", "321300", null);

    private final World world = new World();
    private final TipIntake intake = new TipIntake(world.desk, new IdSource(new Random(3)));

    private static Tip tip(String digest, @Nullable Holder holder) {
        return new Tip(
                digest,
                Kind.MINING,
                new Tip.Matter("", "mining/" + ADDRESS),
                new Subject("address", ADDRESS),
                holder,
                new Place("321300", holder == null ? "" : holder.id(), ""),
                new Tip.Told(TipSource.HOTLINE, "H-7", LocalDate.of(2026, 3, 1), "a room full of fans"),
                List.of(new Attachment(FILE, "text/plain", 12, "tip.csv")));
    }

    private TipIntake.Taken take(Tip tip) {
        return take(tip, World.ANALYST);
    }

    private TipIntake.Taken take(Tip tip, Actor actor) {
        return intake.take(World.MINING, tip, new TipIntake.Taker(actor, world.now()));
    }

    @Test
    void opensACaseThatSaysFromWhereItCame() {
        TipIntake.Taken taken = take(tip("1", SCHOOL));
        assertThat(taken.fate()).isEqualTo(Fate.OPENED);
        CaseFile file = world.only();
        assertThat(file.status().isTip()).isTrue();
        assertThat(file.status().opening()).isZero();
        assertThat(file.head().organisationName()).isEqualTo("School");
        Step first = world.steps(file).getFirst();
        assertThat(first.text(Detail.TIP)).isEqualTo("hotline");
        assertThat(first.text(Detail.REFERENCE)).isEqualTo("H-7");
        assertThat(first.evidence()).containsExactly("sha256:" + FILE);
        assertThat(Attachment.of(first)).extracting(Attachment::name).containsExactly("tip.csv");
    }

    @Test
    void theSameReportTwiceChangesNothing() {
        CaseFile first = take(tip("1", SCHOOL)).file();
        TipIntake.Taken again = take(tip("1", SCHOOL));
        assertThat(again.fate()).isEqualTo(Fate.KNOWN);
        assertThat(again.file()).isEqualTo(first);
        assertThat(world.logged()).isEqualTo(1);
    }

    @Test
    void theSameReportAfterItsCaseEndedOpensNone() {
        CaseFile file = take(tip("1", SCHOOL)).file();
        world.then(file, Event.WITHDRAW, World.CHECKER);
        assertThat(take(tip("1", SCHOOL)).fate()).isEqualTo(Fate.KNOWN);
        assertThat(world.cases()).hasSize(1);
    }

    @Test
    void anotherReportJoinsTheOpenCase() {
        take(tip("1", SCHOOL));
        assertThat(take(tip("2", SCHOOL)).fate()).isEqualTo(Fate.JOINED);
        assertThat(world.events(world.only())).containsExactly(Event.OPEN, Event.ATTACH);
    }

    @Test
    void findingsThatComeLaterJoinTheCaseOfAReport() {
        take(tip("1", SCHOOL));
        world.bring("f", Finds.session("s1", ADDRESS, SCHOOL, "2026-03-02T03:00:00Z"));
        assertThat(world.findings(world.only())).containsExactly("s1");
        assertThat(world.only().status().opening()).isEqualTo(1);
    }

    @Test
    void attemptsThatWaitedJoinTheCaseThatAReportOpens() {
        world.bring("f", Finds.attempt("a1", ADDRESS, SCHOOL, "2026-03-01T03:00:00Z"));
        assertThat(world.cases()).isEmpty();
        take(tip("1", SCHOOL));
        assertThat(world.findings(world.only())).containsExactly("a1");
    }

    @Test
    void aReportNamesTheOrganisationThatWasNotKnown() {
        take(tip("1", null));
        take(tip("2", SCHOOL));
        assertThat(world.only().head().place().organisation()).isEqualTo("school");
        assertThat(world.events(world.only())).containsExactly(Event.OPEN, Event.LEARN_ORGANISATION, Event.ATTACH);
    }

    @Test
    void aReportOnADismissedMatterJoinsWhileItRestsAndOpensAfterwards() {
        CaseFile file = take(tip("1", SCHOOL)).file();
        world.then(file, Event.DISMISS, World.ANALYST);
        assertThat(take(tip("2", SCHOOL)).fate()).isEqualTo(Fate.RESTING);
        world.afterDays(200);
        assertThat(take(tip("3", SCHOOL)).fate()).isEqualTo(Fate.OPENED);
        assertThat(world.cases()).hasSize(2);
    }

    @Test
    void aReportIsAGroundToConfirmWithAReasonAndNoMore() {
        CaseFile file = take(tip("1", SCHOOL)).file();
        world.then(file, Event.CHECK, World.ANALYST);
        assertThat(World.refusal(() ->
                        world.then(file, world.act(Event.CONFIRM, World.ANALYST).because(""))))
                .isEqualTo("guard-refused reason-given");
        assertThat(world.then(file, Event.CONFIRM, World.ANALYST).status().state())
                .isEqualTo(State.CONFIRMED);
    }

    @Test
    void onlyAnAnalystTakesReportsAndOnlyWithinTheScope() {
        assertThat(World.refusal(() -> take(tip("1", SCHOOL), World.MAKER))).isEqualTo("role-refused maker");
        Actor elsewhere = World.person(Role.ANALYST, "x", "110000");
        assertThat(World.refusal(() -> take(tip("1", SCHOOL), elsewhere))).isEqualTo("out-of-scope");
        assertThat(world.cases()).isEmpty();
    }

    @Test
    void aCaseThatIsNotSeenIsNeitherJoinedNorDoubled() {
        Holder far = new Holder("far", "Far", null, "school", "110100", null);
        world.bring("f", Finds.session("s1", ADDRESS, far, "2026-03-02T03:00:00Z"));
        Actor here = World.person(Role.ANALYST, "x", "321300");
        assertThat(World.refusal(() -> take(tip("1", null), here))).isEqualTo("out-of-scope");
        assertThat(world.events(world.only())).containsExactly(Event.OPEN);
    }

    @Test
    void severalAreTakenTogetherOrNotAtAll() {
        Tip bad = new Tip(
                "2",
                Kind.ACCOUNTS,
                new Tip.Matter("", "accounts/reported/e/1"),
                new Subject("account", "1"),
                null,
                new Place("e", "", ""),
                new Tip.Told(TipSource.OTHER, "", LocalDate.of(2026, 3, 1), "x"),
                List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> intake.takeAll(
                        World.MINING, List.of(tip("1", SCHOOL), bad), new TipIntake.Taker(World.ANALYST, world.now())));
        assertThat(world.cases()).isEmpty();
    }
}
