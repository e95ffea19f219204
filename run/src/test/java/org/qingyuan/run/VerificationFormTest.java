package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.casework.cases.FieldText;
import org.qingyuan.finding.Failure;

class VerificationFormTest {
    static final String FORM = """
            field,value
            public-resource,yes
            seen-on,2026-11-24
            host,lab-7
            owner,王芳
            process,xmrig
            process,kworker2
            file-hash,D41D8CD98F00B204E9800998ECF8427E
            finding,hacked
            """;

    private static Map<String, String> read(String text) {
        return VerificationForm.read("form.csv", text.getBytes(UTF_8), TipFileTest.TODAY);
    }

    @Test
    void readsTheFieldsInTheirOrder() {
        assertThat(read(FORM))
                .containsExactly(
                        Map.entry("seen-on", "2026-11-24"),
                        Map.entry("host", "lab-7"),
                        Map.entry("owner", "王芳"),
                        Map.entry("process", "xmrig\nkworker2"),
                        Map.entry("file-hash", "d41d8cd98f00b204e9800998ecf8427e"),
                        Map.entry("finding", "hacked"),
                        Map.entry("public-resource", "yes"));
    }

    @Test
    void aStepGivesTheFormBack() {
        Map<String, String> form = read(FORM);
        assertThat(FieldText.read(VerificationForm.text(form).getBytes(UTF_8))).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "'finding,hacked', 'finding,maybe', form.csv:9:finding unknown-value",
        "'finding,hacked', 'note,x', form.csv:finding blank-value",
        "'public-resource,yes', 'public-resource,perhaps', form.csv:2:public-resource unknown-value",
        "'public-resource,yes', 'note,x', form.csv:public-resource blank-value",
        "'seen-on,2026-11-24', 'seen-on,2026-11-26', form.csv:3:seen-on bad-date",
        "'D41D8CD98F00B204E9800998ECF8427E', '12ab', form.csv:8:file-hash bad-value",
        "'host,lab-7', 'room,7', form.csv:4:field unknown-field",
        "'host,lab-7', 'host,', form.csv:4:value blank-value"
    })
    void refusesWhatItDoesNotKnow(String good, String bad, String told) {
        Failure failure =
                Objects.requireNonNull(catchThrowableOfType(Failure.class, () -> read(FORM.replace(good, bad))));
        assertThat(failure.arguments().get("where") + " " + failure.arguments().get("reject"))
                .isEqualTo(told);
    }

    @Test
    void twentyProcessesAreTakenAndNotOneMore() {
        String many = FORM + "process,p\n".repeat(18);
        assertThat(read(many)).containsKey("process");
        Failure failure = Objects.requireNonNull(catchThrowableOfType(Failure.class, () -> read(many + "process,p\n")));
        assertThat(failure.arguments()).containsEntry("reject", "repeated-id");
    }
}
