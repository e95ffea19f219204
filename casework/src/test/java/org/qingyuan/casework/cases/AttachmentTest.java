package org.qingyuan.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingyuan.casework.World;

class AttachmentTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    static Iterable<String> texts() {
        return HostileText.ALL;
    }

    @ParameterizedTest
    @CsvSource({
        "rack 3 (front).jpg, rack 3 (front).jpg",
        "机房.png, 机房.png",
        "../../etc/passwd, _.._etc_passwd",
        "=cmd|calc.csv, _cmd_calc.csv",
        "<b>.png, _b_.png",
        "'', _",
        "..., _"
    })
    void aNameIsMadeSafe(String name, String safe) {
        assertThat(Attachment.safeName(name)).isEqualTo(safe);
    }

    @Test
    void aLongNameKeepsItsEnd() {
        assertThat(Attachment.safeName("x".repeat(300) + ".png")).hasSize(100).endsWith(".png");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anyNameIsKeptAndReadAgain(String name) {
        Attachment file = new Attachment(DIGEST, "image/png", 7, Attachment.safeName(name));
        Act act = Attachment.attach(Act.of(Event.FILE, World.ANALYST, World.BEGIN), List.of(file, file));
        Step step = new Step(
                "c",
                2,
                Event.FILE,
                State.SUSPECTED,
                World.ANALYST,
                World.BEGIN,
                "p@1",
                "",
                act.evidence(),
                act.details());
        Step kept = CaseText.step(CaseText.write(step));
        assertThat(Attachment.of(kept)).containsExactly(file, file);
        assertThat(kept.evidence()).containsExactly(file.pointer());
    }

    @Test
    void whatIsNoAttachmentIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Attachment("00", "image/png", 7, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Attachment(DIGEST, "a b", 7, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Attachment(DIGEST, "image/png", -1, "a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Attachment(DIGEST, "image/png", 7, "a/b"));
    }
}
