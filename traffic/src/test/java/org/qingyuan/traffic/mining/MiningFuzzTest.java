package org.qingyuan.traffic.mining;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.qingyuan.traffic.flow.Conversation.Gap;

/// Whatever two sides say to each other, the readers neither throw nor hang.
class MiningFuzzTest {
    @FuzzTest(maxDuration = "10s")
    void conversation(FuzzedDataProvider data) {
        Talk talk = data.consumeBoolean() ? new Talk().connect() : new Talk().joined();
        for (int i = 0; i < 64 && data.remainingBytes() > 0; i++) {
            int side = data.consumeInt(0, 1);
            if (data.consumeInt(0, 15) == 0) {
                talk.gap(side, data.consumeBoolean() ? Gap.LOST : Gap.SNAPPED);
            }
            byte[] said = data.consumeBytes(data.consumeInt(1, 4096));
            if (said.length > 0) {
                talk.raw(side, new String(said, ISO_8859_1)).after(data.consumeInt(0, 100));
            }
        }
        talk.findings();
    }
}
