package org.qingyuan.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;

/// Whatever lies in the store: what was written, or an error that says that it was not; never anything else.
class CaseTextFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void readsAnyBytes(byte[] bytes) {
        try {
            Map<String, String> fields = FieldText.read(bytes);
            assertThat(FieldText.write(fields)).isEqualTo(bytes);
        } catch (IllegalArgumentException e) {
            return;
        }
        readsAStep(bytes);
        readsACase(bytes);
    }

    private static void readsAStep(byte[] bytes) {
        Step step;
        try {
            step = CaseText.step(bytes);
        } catch (IllegalArgumentException e) {
            return;
        }
        assertThat(CaseText.step(CaseText.write(step))).isEqualTo(step);
    }

    private static void readsACase(byte[] bytes) {
        CaseFile file;
        try {
            file = CaseText.file(bytes);
        } catch (IllegalArgumentException e) {
            return;
        }
        assertThat(CaseText.file(CaseText.write(file))).isEqualTo(file);
    }
}
