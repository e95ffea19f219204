package org.qingyuan.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Whatever stands in the file: a policy, or an error that names the file.
class PolicyFuzzTest {
    @FuzzTest(maxDuration = "5s")
    void readsAnyText(byte[] bytes) {
        try {
            Policy policy = PolicyReader.read("pack", new String(bytes, UTF_8), "", null);
            assertThat(policy.name()).isNotEmpty();
        } catch (Failure e) {
            assertThat(e.code()).isEqualTo(ErrorCode.POLICY_REJECTED);
            assertThat("" + e.arguments().get("where")).startsWith("pack:");
        }
    }
}
