package org.qingyuan.traffic.mining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HttpHeadTest {
    private static final HttpHead HEAD = new HttpHead(true, "/a", 200, 5, false, "h", "u", "x", "s");

    @Test
    void headsAreEqualWhereEveryPartIs() {
        HttpHead same = new HttpHead(true, "/a", 200, 5, false, "h", "u", "x", "s");
        assertThat(same).isEqualTo(HEAD).hasSameHashCodeAs(HEAD);
        assertThat(List.of(
                        new HttpHead(false, "/a", 200, 5, false, "h", "u", "x", "s"),
                        new HttpHead(true, "/b", 200, 5, false, "h", "u", "x", "s"),
                        new HttpHead(true, "/a", 201, 5, false, "h", "u", "x", "s"),
                        new HttpHead(true, "/a", 200, 6, false, "h", "u", "x", "s"),
                        new HttpHead(true, "/a", 200, 5, true, "h", "u", "x", "s"),
                        new HttpHead(true, "/a", 200, 5, false, null, "u", "x", "s"),
                        new HttpHead(true, "/a", 200, 5, false, "h", null, "x", "s"),
                        new HttpHead(true, "/a", 200, 5, false, "h", "u", null, "s"),
                        new HttpHead(true, "/a", 200, 5, false, "h", "u", "x", null)))
                .doesNotHaveDuplicates()
                .doesNotContain(HEAD);
        assertThat(HEAD.getClass().getRecordComponents()).hasSize(9);
    }
}
