package org.qingyuan.casework.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.casework.Finds.customer;
import static org.qingyuan.casework.Finds.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.casework.Finds;
import org.qingyuan.casework.World;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.Holder;
import org.qingyuan.policy.Channel;

class NotifyingTest {
    private static final String A = "10.20.3.7";
    private static final String EARLY = "2026-03-01T00:00:00Z";

    private final World world = new World();

    private CaseFile mining(Holder holder) {
        world.bring("a", session("f1", A, holder, EARLY));
        return world.only();
    }

    private CaseFile account() {
        world.bring(
                World.ACCOUNTS,
                "a",
                World.ANALYST,
                "run",
                List.of(customer("f1", "accounts.long-inactive", "C1")),
                100);
        return world.only();
    }

    private void reach(String phone, String address, String language) {
        world.know(new Contact("customer", "C1", "王某", phone, "", address, language));
    }

    @ParameterizedTest
    @CsvSource({"4, notice-period", "5, done", "30, done", "31, notice-period", "-1, notice-period", "0, done"})
    void aNoticeGivesAsManyDaysAsTheStandardAllows(int days, String expected) {
        CaseFile file = world.confirmed(mining(Finds.SCHOOL));
        String refusal = World.refusal(() -> world.notifying.notify(file.head().id(), world.sender(), days));
        assertThat(refusal).isEqualTo(expected);
        assertThat(world.again(file).status().state())
                .isEqualTo(expected.equals("done") ? State.NOTIFIED : State.CONFIRMED);
    }

    @Test
    void aNoticeEndsWithItsLastDay() {
        CaseFile file = mining(Finds.SCHOOL);
        assertThat(world.notified(file).deadline()).isEqualTo("2026-03-17");
        assertThat(world.again(file).status().dueAt()).isEqualTo("2026-03-17T16:00:00Z");
    }

    @Test
    void onlyAConfirmedCaseIsNotified() {
        CaseFile file = mining(Finds.SCHOOL);
        assertThat(World.refusal(() -> world.notifying.notify(file.head().id(), world.sender(), 0)))
                .isEqualTo("state-refused suspected");
        world.then(file, Event.CHECK, World.ANALYST);
        assertThat(World.refusal(() -> world.notifying.notify(file.head().id(), world.sender(), 0)))
                .isEqualTo("state-refused under-check");
        assertThat(world.notices(file)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "138, Road 1, sms, personal-sms, 138",
        "'', Road 1, letter, personal-letter, Road 1",
        "138, '', sms, personal-sms, 138",
        "'', '', announcement, announcement, ''"
    })
    void theFirstChannelThatReachesIsTaken(String phone, String address, String channel, String letter, String to) {
        reach(phone, address, "");
        Notice notice = world.notified(account());
        assertThat(notice.channel().word()).isEqualTo(channel);
        assertThat(notice.letter()).isEqualTo(letter);
        assertThat(notice.to()).isEqualTo(to);
    }

    @Test
    void aUnitGetsALetterAtItsSeatThoughNobodyIsKnownThere() {
        Notice notice = world.notified(mining(Finds.SCHOOL));
        assertThat(notice.channel()).isEqualTo(Channel.UNIT_LETTER);
        assertThat(notice.letter()).isEqualTo("rectification-notice");
        assertThat(notice.recipient()).isEqualTo("第一中学");
    }

    @Test
    void aHouseholdGetsTheLetterOfHouseholds() {
        world.know(new Contact("organisation", "home", "李某", "", "", "Lane 2", ""));
        Notice notice = world.notified(mining(Finds.HOME));
        assertThat(notice.letter()).isEqualTo("household-notice");
        assertThat(notice.channel()).isEqualTo(Channel.LETTER);
        assertThat(notice.to()).isEqualTo("Lane 2");
    }

    @Test
    void aHouseholdWithoutAddressIsNeverAnnounced() {
        Notice notice = world.notified(mining(Finds.HOME));
        assertThat(notice.letter()).isEqualTo("household-notice");
        assertThat(notice.channel()).isEqualTo(Channel.LETTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everyPlaceHolderIsFilled(String language) {
        world.know(new Contact("organisation", "school", "第一中学", "", "", "Road 1", language));
        Notice notice = world.notified(mining(Finds.SCHOOL));
        assertThat(notice.language()).isEqualTo(language);
        assertThat(notice.text())
                .doesNotContain("{{", "}}")
                .contains(language + " mining.session f1", notice.code(), "2026-03-17", "Appeals", A, "rectify");
        assertThat(notice.text()).contains(language.equals("en") ? "We never ask" : "我们绝不索要");
    }

    @ParameterizedTest
    @CsvSource({"138, Road 1", "'', Road 1", "'', ''"})
    void everyPlaceHolderOfPersonalLettersIsFilled(String phone, String address) {
        reach(phone, address, "en");
        assertThat(world.notified(account()).text()).doesNotContain("{{", "}}").contains("C1");
    }

    @Test
    void aNameIsNoTemplate() {
        world.know(new Contact("organisation", "school", "{{genuineCode}} $1 \\", "", "", "", ""));
        assertThat(world.notified(mining(Finds.SCHOOL)).text()).contains("{{genuineCode}} $1 \\");
    }

    @Test
    void aReportByAPersonIsNotifiedWithoutFindingsAndWithoutNamingThePerson() {
        CaseFile file = Tips.open(world, "an informer");
        Notice notice = world.notified(file);
        assertThat(notice.text()).contains("10.20.3.7").doesNotContain("informer", "{{");
    }

    private Optional<Notice> deliver(Notice notice, boolean isDelivered) {
        return world.notifying.deliver(notice.id(), isDelivered, world.sender());
    }

    @Test
    void whatDoesNotArriveGoesByTheNextChannelWithTheSameDeadline() {
        reach("138", "Road 1", "");
        Notice sms = world.notified(account());
        world.afterDays(3);
        Notice letter = deliver(sms, false).orElseThrow();
        Notice announcement = deliver(letter, false).orElseThrow();
        assertThat(List.of(sms, letter, announcement))
                .extracting(Notice::channel)
                .containsExactly(Channel.SMS, Channel.LETTER, Channel.ANNOUNCEMENT);
        assertThat(List.of(sms, letter, announcement))
                .extracting(Notice::deadline)
                .containsOnly(sms.deadline());
        Set<String> codes =
                world.notices(world.only()).stream().map(Notice::code).collect(Collectors.toSet());
        assertThat(codes).hasSize(3);
        Step step = world.steps(world.only()).getLast();
        assertThat(step.text(Detail.LETTER)).isEqualTo("announcement");
        assertThat(step.text(Detail.CODE)).isEqualTo(announcement.code());
    }

    @Test
    void theCaseSaysWhenNoChannelIsLeft() {
        Notice notice = world.notified(account());
        assertThat(deliver(notice, false)).isEmpty();
        Step step = world.steps(world.only()).getLast();
        assertThat(step.event()).isEqualTo(Event.DELIVER);
        assertThat(step.text(Detail.DELIVERY)).isEqualTo("unreachable");
    }

    @Test
    void aResultThatIsToldTwiceChangesNothing() {
        reach("138", "Road 1", "");
        Notice sms = world.notified(account());
        deliver(sms, false);
        long logged = world.logged();
        List<Notice> notices = world.notices(world.only());
        assertThat(deliver(sms, false)).isEmpty();
        assertThat(deliver(sms, true)).isEmpty();
        assertThat(world.logged()).isEqualTo(logged);
        assertThat(world.notices(world.only())).isEqualTo(notices);
    }

    @Test
    void aChannelThatWasLostSinceIsNotTriedAgain() {
        reach("138", "Road 1", "");
        Notice sms = world.notified(account());
        reach("138", "", "");
        Notice announcement = deliver(sms, false).orElseThrow();
        reach("138", "Road 1", "");
        assertThat(announcement.channel()).isEqualTo(Channel.ANNOUNCEMENT);
        world.know(new Contact("customer", "C1", "王某", "", "", "Road 1", ""));
        assertThat(deliver(announcement, false)).isEmpty();
    }

    @Test
    void aChannelThatIsLostDoesNotBeginAgainWithTheFirst() {
        reach("138", "Road 1", "");
        Notice sms = world.notified(account());
        Notice letter = deliver(sms, false).orElseThrow();
        reach("138", "", "");
        assertThat(deliver(letter, false).orElseThrow().channel()).isEqualTo(Channel.ANNOUNCEMENT);
    }

    @Test
    void nothingMoreIsSentToWhoHasAnswered() {
        reach("138", "Road 1", "");
        Notice sms = world.notified(account());
        world.then(world.only(), Event.RESPOND, World.ANALYST);
        assertThat(deliver(sms, false)).isEmpty();
        assertThat(world.notices(world.only())).hasSize(1);
        assertThat(world.steps(world.only()).getLast().text(Detail.DELIVERY)).isEqualTo("undeliverable");
    }

    @Test
    void nobodyIsAnnouncedWhereTheStandardDoesNotSaySo() {
        CaseFile file = Tips.openOfHolder(world);
        world.confirmed(file);
        assertThat(World.refusal(() -> world.notifying.notify(file.head().id(), world.sender(), 0)))
                .isEqualTo("guard-refused addressee-known");
        assertThat(world.notices(file)).isEmpty();
    }

    @Test
    void anUnknownLetterIsNamed() {
        assertThat(World.refusal(() -> world.notifying.deliver("nothing", true, world.sender())))
                .isEqualTo("notice-unknown");
    }

    @Test
    void aDecisionGivesTheReasonOfTheProposal() {
        CaseFile proposed = world.proposed(mining(Finds.SCHOOL));
        // what somebody reports meanwhile is for staff alone
        CaseFile asked = world.then(
                proposed,
                Act.of(Event.ATTACH, World.ANALYST, world.now())
                        .because("a neighbour called")
                        .with(Detail.TIP, "hotline"));
        world.telling.act(
                asked.head().id(),
                Act.of(Event.APPROVE, World.CHECKER, world.now())
                        .with(Detail.SEEN, Long.toString(asked.status().version())));
        assertThat(world.notices(asked))
                .filteredOn(notice -> notice.letter().equals("decision"))
                .singleElement()
                .satisfies(notice ->
                        assertThat(notice.text()).contains("理由：because").doesNotContain("neighbour"));
    }
}
