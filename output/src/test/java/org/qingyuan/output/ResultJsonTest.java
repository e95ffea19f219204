package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Subject;

class ResultJsonTest {
    @Test
    void writesASession() {
        Golden.check("session.jsonl", text(ResultJson.line(Samples.session())));
    }

    @Test
    void writesAnAttempt() {
        Golden.check("attempt.jsonl", text(ResultJson.line(Samples.attempt())));
    }

    @Test
    void writesARun() {
        Golden.check("run.jsonl", text(ResultJson.line(Samples.run())));
    }

    @Test
    void writesAnOutcome() {
        Outcome outcome = new Outcome(
                "accounts.shared-phone",
                "accounts/shared-phone/L1/C1",
                new Subject("customer", "C1"),
                Outcome.Kind.UNDECIDED,
                "missing-balance",
                Samples.map("rows", 3L));
        assertThat(text(ResultJson.line(outcome)))
                .isEqualTo("{\"record\":\"outcome\",\"schema\":1,\"rule\":\"accounts.shared-phone\","
                        + "\"key\":\"accounts/shared-phone/L1/C1\",\"subject\":{\"kind\":\"customer\",\"id\":\"C1\"},"
                        + "\"outcome\":\"undecided\",\"reason\":\"missing-balance\",\"rows\":3}\n");
    }

    @Test
    void theIdIsThatOfTheWorkedExample() {
        assertThat(Samples.session().id()).isEqualTo("83dcd9a9975f0708f69e9a882ae25ecf");
    }

    @Test
    void aFieldThatIsNotKnownIsNullAndAnEmptyListIsWritten() {
        assertThat(text(ResultJson.line(with(Samples.map("agent", null, "vlan", List.of())))))
                .endsWith("\"refutedBy\":[],\"agent\":null,\"vlan\":[]}\n");
    }

    @Test
    void anOwnFieldMayNotTakeAFixedName() {
        assertThatThrownBy(() -> ResultJson.line(with(Samples.map("severity", "high"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void otherKindsAndNumbersThatAreNoneAreRefused() {
        for (Object value : List.of('c', 1.5f, Double.NaN, Double.NEGATIVE_INFINITY, new Object())) {
            assertThatThrownBy(() -> ResultJson.line(with(Samples.map("x", value))))
                    .as("%s", value)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void textFromOutsideIsCutAt256CharactersAndNotWithinOne() {
        String wide = "𠀀".repeat(257);
        String line = text(ResultJson.line(with(Samples.map("agent", wide, "file", wide))));
        assertThat(line).contains("\"agent\":\"" + "𠀀".repeat(256) + "\"").contains("\"file\":\"" + wide + "\"");
    }

    @Test
    void whatATerminalWouldObeyIsEscaped() {
        String hostile = "\u001b[2J\u009b0m\r\n\t\u007f\"\\\u202e\u2028\ud800x\u0000";
        assertThat(text(ResultJson.line(with(Samples.map("agent", hostile)))))
                .contains("\"agent\":\"\\u001b[2J\\u009b0m\\r\\n\\t\\u007f\\\"\\\\\\u202e\\u2028\ufffdx\\u0000\"");
    }

    private static Finding with(Map<String, Object> fields) {
        Finding f = Samples.attempt();
        return new Finding(
                f.id(),
                f.key(),
                f.rule(),
                1,
                f.severity(),
                f.subject(),
                null,
                f.start(),
                f.end(),
                f.parameters(),
                f.summary(),
                f.evidence(),
                1,
                List.of(),
                fields);
    }

    private static String text(byte[] line) {
        return new String(line, UTF_8);
    }
}
