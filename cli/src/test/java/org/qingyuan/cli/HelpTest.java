package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.output.TextWidth;

class HelpTest {
    private static final Path HERE = Path.of("");

    private static Messages messages(Language language) {
        return Messages.load(language, ZoneOffset.UTC);
    }

    @ParameterizedTest
    @EnumSource
    void helpIsAsKept(Language language) throws IOException {
        List<String> lines = new ArrayList<>();
        Usage usage = new Usage(messages(language), "./qingyuan", 80);
        List<String> words =
                new ArrayList<>(List.of("", "mining", "accounts", "campaign", "case", "store", "policy", "generate"));
        for (Command command : Command.values()) {
            words.add(command.words());
        }
        words.forEach(each -> {
            lines.addAll(usage.lines(each));
            lines.add("");
        });
        String text = String.join("\n", lines);
        assertThat(text).doesNotContain("⟦");
        Golden.check(HERE.resolve("src/test/resources/org/qingyuan/cli/help_" + language.code() + ".txt"), text);
    }

    @ParameterizedTest
    @EnumSource
    void referenceOfTheDocumentationIsAsGenerated(Language language) throws IOException {
        String folder = language == Language.ZH ? "zh-CN" : "en";
        String page = new Reference(messages(language)).page();
        assertThat(page).doesNotContain("⟦");
        Golden.check(HERE.resolve("../docs/" + folder + "/reference/commands.md"), page);
    }

    @ParameterizedTest
    @EnumSource
    void proseStaysWithinTheWindow(Language language) {
        Usage usage = new Usage(messages(language), "./qingyuan", 60);
        for (Command command : Command.values()) {
            assertThat(usage.lines(command.words()))
                    .filteredOn(line -> !line.contains("./qingyuan") && !line.contains(" — "))
                    .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(62));
        }
    }

    @Test
    void helpGoesToStandardOutputAndEndsWithZero() {
        Bench.Result result = new Bench(HERE).run("mining", "scan", "--help");
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("qingyuan mining scan — ").contains("EXAMPLES");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void helpFollowsTheLocale() {
        assertThat(new Bench(HERE).locale("zh_CN.UTF-8").run("--help").out()).contains("用法");
    }

    @Test
    void languageFlagOverrulesTheLocale() {
        assertThat(new Bench(HERE)
                        .locale("zh_CN.UTF-8")
                        .run("--help", "--lang", "en")
                        .out())
                .contains("USAGE");
    }

    @Test
    void aGroupAloneIsAnErrorThatListsItsCommands() {
        Bench.Result result = new Bench(HERE).run("mining");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("mining scan").doesNotContain("generate traffic");
    }

    @Test
    void versionIsOneLine() {
        Bench.Result result = new Bench(HERE).run("--version");
        assertThat(result.code()).isZero();
        assertThat(result.out()).matches("qingyuan \\d+\\.\\d+\\.\\d+\\S*\n");
    }

    @Test
    void everyFlagBelongsToACommand() {
        List<Flag> used = new ArrayList<>(List.of(Flag.VERSION));
        for (Command command : Command.values()) {
            used.addAll(command.allFlags());
        }
        assertThat(used).contains(Flag.values());
    }
}
