package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.qingyuan.casework.campaign.Tip;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.FieldText;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Reports, forms and lists of any bytes are read or refused by name, and attachments of any bytes have a type or none.
class FieldSheetFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void readsAnySheet(byte[] bytes) {
        AttachmentType.of(bytes);
        for (Kind kind : Kind.values()) {
            refusedOr(() -> {
                Tip tip = TipFile.read("f", bytes, kind, TipFileTest.TODAY, "d");
                assertThat(tip.matter().key()).startsWith(kind.word() + "/");
                assertThat(tip.told().text().length()).isBetween(1, 8000);
                assertThat(FieldSheet.hasControls(tip.subject().id(), false)).isFalse();
            });
        }
        refusedOr(() -> {
            String form = VerificationForm.text(VerificationForm.read("f", bytes, TipFileTest.TODAY));
            assertThat(FieldText.read(form.getBytes(StandardCharsets.UTF_8)))
                    .containsKeys("seen-on", "finding", "public-resource");
        });
        String name = new String(bytes, StandardCharsets.UTF_8);
        String safe = Attachment.safeName(name);
        assertThat(Attachment.safeName(safe)).isEqualTo(safe);
        assertThat(FieldSheet.hasControls(safe, false)).isFalse();
    }

    private static void refusedOr(Runnable reading) {
        try {
            reading.run();
        } catch (Failure e) {
            assertThat(e.code()).isEqualTo(ErrorCode.SHEET_REJECTED);
            assertThat("" + e.arguments().get("where")).startsWith("f");
        }
    }
}
