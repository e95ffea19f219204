package org.qingyuan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {
    private static final Way WAY = new Way(Way.Kind.USER, "li");

    private static Actor actor(String text) {
        return Actor.parse(text, WAY).orElseThrow();
    }

    @Test
    void readsRoleNameAndScope() {
        assertThat(actor("checker:wang@320500"))
                .isEqualTo(new Actor(Role.CHECKER, "wang", new Scope("320500"), WAY))
                .extracting(Actor::text)
                .isEqualTo("checker:wang@320500");
        assertThat(actor("analyst:王芳").scope()).isEqualTo(Scope.EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "wang",
                "checker:",
                ":wang",
                "boss:wang",
                "system:clock",
                "checker:wang@",
                "Checker:wang",
                "checker:wa ng",
                "checker:wang@a b",
                "holder:wang",
                "organisation:cs",
                "checker:wang\n"
            })
    void refusesWhatHasAnotherForm(String text) {
        assertThat(Actor.parse(text, WAY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "320000, 320505, true",
        "320500, 320505, true",
        "320500, 320600, false",
        "320505, 320500, false",
        "320000, 330500, false",
        "'', '', true",
        "'', 320505, true",
        "320500, '', false",
        "bank, bank, true",
        "bank, bank/north, true",
        "bank, banker, false",
        "4020001, 4020001, true",
        "402000, 4020001, false"
    })
    void aScopeHoldsWhatLiesBelowIt(String scope, String area, boolean holds) {
        assertThat(new Scope(scope).holds(area)).isEqualTo(holds);
    }

    @Test
    void partiesSeeTheirOwnAlone() {
        Place place = new Place("320500", "cs", "C1");
        assertThat(actor("organisation:li@cs").sees(place)).isTrue();
        assertThat(actor("organisation:li@320500").sees(place)).isFalse();
        assertThat(actor("holder:li@C1").sees(place)).isTrue();
        assertThat(actor("holder:li@cs").sees(place)).isFalse();
        assertThat(actor("holder:li@C1").sees(new Place("", "", ""))).isFalse();
    }

    @Test
    void oneUserUnderTwoNamesIsOnePerson() {
        Way other = new Way(Way.Kind.USER, "zhao");
        assertThat(actor("maker:wang").isSamePersonAs(actor("checker:li"))).isTrue();
        assertThat(actor("maker:wang").isSamePersonAs(new Actor(Role.CHECKER, "wang", Scope.EVERYTHING, other)))
                .isTrue();
        assertThat(actor("maker:wang").isSamePersonAs(new Actor(Role.CHECKER, "li", Scope.EVERYTHING, other)))
                .isFalse();
    }
}
