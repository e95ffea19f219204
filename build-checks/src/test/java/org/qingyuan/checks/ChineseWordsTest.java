package org.qingyuan.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// One word each: where Chinese has several for a thing, one was chosen, and the others are found here.
class ChineseWordsTest {
    /// A word that is not used, and the one that is.
    private static final Map<String, String> CHOSEN = Map.ofEntries(
            Map.entry("登记" + "表", "登记库"),
            Map.entry("登记" + "册", "登记库"),
            Map.entry("观测" + "点", "监测点"),
            Map.entry("采集" + "点", "监测点"),
            Map.entry("站" + "点", "监测点"),
            Map.entry("未证" + "实", "未确认"),
            Map.entry("矿池" + "目录", "矿池名录"),
            Map.entry("运行" + "行", "运行记录"),
            Map.entry("运行" + "摘要", "运行记录"),
            Map.entry("挖矿" + "协议", "挖矿方言"));

    @Test
    void eachThingHasOneWord() throws IOException {
        Set<String> found = new TreeSet<>();
        Repository.texts()
                .forEach((path, text) -> CHOSEN.forEach((word, chosen) -> {
                    if (text.contains(word)) {
                        found.add(path + ": " + word + " -> " + chosen);
                    }
                }));
        assertThat(found).isEmpty();
    }
}
