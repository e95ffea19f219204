package org.qingyuan.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = new InputStreamReader(
                requireNonNull(
                        MessagesTest.class.getResourceAsStream("/org/qingyuan/messages_" + language + ".properties")),
                UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }

    @Test
    void everyWordHasATextInBothLanguages() throws IOException {
        Properties chinese = messages("zh");
        Properties english = messages("en");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        assertThat(chinese.keySet().stream().map(Object::toString))
                .containsAll(Arrays.stream(OrganisationKind.values())
                        .map(OrganisationKind::messageKey)
                        .toList())
                .containsAll(Arrays.stream(CarbonFamily.values())
                        .map(CarbonFamily::messageKey)
                        .toList())
                .containsAll(
                        Factors.builtIn().all().stream().map(Factor::messageKey).toList());
    }

    @Test
    void publicSectorIsTheFirstFive() {
        assertThat(OrganisationKind.values())
                .filteredOn(OrganisationKind::publicSector)
                .extracting(OrganisationKind::word)
                .containsExactly("government", "university", "school", "research", "state-enterprise");
        assertThat(OrganisationKind.values())
                .filteredOn(OrganisationKind::namedInCirculars)
                .hasSize(6)
                .contains(OrganisationKind.ENTERPRISE);
        assertThat(OrganisationKind.of("internet-cafe")).isEqualTo(OrganisationKind.INTERNET_CAFE);
        assertThat(OrganisationKind.of("INTERNET-CAFE")).isNull();
    }
}
