package org.qingyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterReaderTest {
    private static final String FILE = "letters/closing.en.txt";

    private static SamplePack with(String added) {
        return new SamplePack().with(FILE, SamplePack.EN + added + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'Dear {{nobody}}'        | 'pack/1/letters/closing.en.txt:4: unknown-field ({{nobody}})'",
                "'{{ recipient }}'        | 'pack/1/letters/closing.en.txt:4: bad-structure ({{ }})'",
                "'{{recipient}'           | 'pack/1/letters/closing.en.txt:4: bad-structure ({{ }})'",
                "'a } b'                  | 'pack/1/letters/closing.en.txt:4: bad-structure ({{ }})'",
                "'see HTTPS://x'          | 'pack/1/letters/closing.en.txt:4: bad-value (http)'",
                "'see ｗｗｗ.x'           | 'pack/1/letters/closing.en.txt:4: bad-value (www)'",
                "'see bank.com now'       | 'pack/1/letters/closing.en.txt:4: bad-value (k.com)'",
            })
    void namesTheLine(String added, String problem) {
        assertThat(with(added).problems()).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u200bb", "a\u0007b", "a\u202eb", "a\tb", "a\u2028b"})
    void refusesWhatNobodySees(String added) {
        assertThat(with(added).problems())
                .containsExactly("pack/1/letters/closing.en.txt:4: bad-value (control character)");
    }

    @Test
    void everyLetterCarriesTheCode() {
        assertThat(new SamplePack().with(FILE, Letter.NEVER_ASKED_EN).problems())
                .contains("pack/1/letters/closing.en.txt: missing-field ({{genuineCode}})");
    }

    @Test
    void everyLetterSaysWhatIsNeverAsked() {
        String text = SamplePack.EN.replace(Letter.NEVER_ASKED_EN, "We never ask.");
        assertThat(new SamplePack().with(FILE, text).problems())
                .containsExactly("pack/1/letters/closing.en.txt: missing-field (" + Letter.NEVER_ASKED_EN + ")");
    }

    @Test
    void bothLanguagesNameTheSame() {
        assertThat(with("{{deadline}}").problems())
                .containsExactly("pack/1/letters/closing.en.txt: missing-field (en {{deadline}})");
        assertThat(new SamplePack()
                        .with(FILE, SamplePack.EN.replace("{{recipient}}", ""))
                        .problems())
                .containsExactly("pack/1/letters/closing.en.txt: missing-field (zh {{recipient}})");
    }

    @Test
    void bothLanguagesAreThere() {
        assertThat(new SamplePack().without(FILE).problems())
                .containsExactly("pack/1/letters/closing.en.txt: blank-value ()");
    }

    @Test
    void aLetterThatNobodyListedIsNamed() {
        assertThat(new SamplePack().with("letters/closing.fr.txt", "x").problems())
                .containsExactly("pack/1/letters/closing.fr.txt: unknown-field (closing.fr.txt)");
        assertThat(new SamplePack().with("letters/extra.zh.txt", "x").problems())
                .containsExactly("pack/1/letters/extra.zh.txt: unknown-field (extra)");
    }

    @Test
    void aTextMessageIsShort() {
        String cases = SamplePack.CASES.replace("closing: unit-letter", "closing: sms");
        String text = SamplePack.EN + "x".repeat(500 - SamplePack.EN.length());
        SamplePack pack = new SamplePack().with(CasesReader.FILE, cases).with(FILE, text);
        assertThat(pack.problems()).isEmpty();
        assertThat(pack.with(FILE, text + "x").problems())
                .containsExactly("pack/1/letters/closing.en.txt: bad-value (501 > 500)");
    }

    @Test
    void lineEndsOfWindowsAreRead() {
        assertThat(new SamplePack()
                        .with(FILE, SamplePack.EN.replace("\n", "\r\n"))
                        .rules()
                        .letter("closing")
                        .en())
                .isEqualTo(SamplePack.EN.stripTrailing());
    }
}
