package org.qingyuan.table.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Whatever the text: it is a mapping, or an error that says where.
class MappingFuzzTest {
    private static final MappingReader READER = new MappingReader(Map.of("pets", List.of("id", "name")));

    @FuzzTest(maxDuration = "5s")
    void isAMappingOrAnErrorWithItsPlace(byte[] bytes) {
        try {
            Mapping mapping = READER.parse("m.yaml", new String(bytes, StandardCharsets.UTF_8));
            assertThat(mapping.tables().keySet()).isSubsetOf("pets");
        } catch (Failure failure) {
            assertThat(failure.code()).isEqualTo(ErrorCode.MAPPING_REJECTED);
            assertThat(String.valueOf(failure.arguments().get("where"))).startsWith("m.yaml");
        }
    }
}
