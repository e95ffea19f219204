package org.qingyuan.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The release check: every row of every registry has a text and an entry in the documentation in both languages, and
/// where a row is something that is read, a capture that shows it. What is missing is named.
class RegistryRowsTest {
    private static final List<String> LANGUAGES = List.of("zh", "en");

    /// A registry.
    ///
    /// @param type name of the enum, below `org.qingyuan.`
    /// @param key what stands before a row's word in the message files, blank when the word is not shown
    /// @param page of the reference, relative to its folder
    record Table(String type, String key, String page) {
        @Override
        public String toString() {
            return type;
        }
    }

    static Stream<Table> tables() {
        return Stream.of(
                new Table("traffic.mining.Dialect", "dialect.", "dialects.md"),
                new Table("traffic.mining.Rule", "rule.", "finding.md"),
                new Table("traffic.mining.Fact", "evidence.", "finding.md"),
                new Table("traffic.mining.MiningCounter", "counter.", "counters-and-rejects.md"),
                new Table("traffic.packet.Counter", "counter.", "counters-and-rejects.md"),
                new Table("finding.RejectReason", "reject.", "counters-and-rejects.md"),
                new Table("finding.ErrorCode", "error.", "errors.md"),
                new Table("finding.Severity", "severity.", "finding.md"),
                new Table("output.Format", "", "finding.md"),
                new Table("accounts.extract.CanonicalTable", "", "extract-files.md"),
                new Table("table.text.TextEncoding", "", "mapping-file.md"),
                new Table("access.Role", "case-role.", "case-states.md"),
                new Table("casework.cases.State", "case-state.", "case-states.md"),
                new Table("casework.cases.Event", "case-event.", "case-states.md"),
                new Table("casework.cases.Guard", "case-guard.", "case-states.md"),
                new Table("casework.cases.Detail", "", "case-states.md"),
                new Table("casework.cases.Kind", "", "policies.md"),
                new Table("casework.disposition.LeftOut", "left-out.", "casework.md"),
                new Table("casework.disposition.Batch$State", "batch-state.", "casework.md"),
                new Table("casework.disposition.Row$State", "batch-row.", "casework.md"),
                new Table("policy.Condition", "condition.", "policies.md"),
                new Table("casework.campaign.TipSource", "tip-source.", "casework.md"),
                new Table("run.AttachmentType", "", "casework.md"),
                new Table("report.blocklist.BlockListFormat", "", "casework.md"),
                new Table("policy.Channel", "channel.", "policies.md"),
                new Table("policy.DayCount", "day-count.", "policies.md"),
                new Table("policy.LetterField", "letter-field.", "policies.md"),
                new Table("registry.OrganisationKind", "kind.", "registry-files.md"));
    }

    /// The words of a registry's rows; the enum may be seen by its package alone.
    private static List<String> words(Table table) throws ReflectiveOperationException {
        Class<?> type = Class.forName("org.qingyuan." + table.type());
        List<String> words = new ArrayList<>();
        for (Object row : Objects.requireNonNull(type.getEnumConstants())) {
            Method word = type.getDeclaredMethod("word");
            word.setAccessible(true);
            words.add(String.valueOf(word.invoke(row)));
        }
        return words;
    }

    private static Set<String> keys(String language) throws IOException {
        Set<String> keys = new TreeSet<>();
        for (URL url : Collections.list(RegistryRowsTest.class
                .getClassLoader()
                .getResources("org/qingyuan/messages_" + language + ".properties"))) {
            Properties texts = new Properties();
            try (Reader reader = new InputStreamReader(url.openStream(), UTF_8)) {
                texts.load(reader);
            }
            keys.addAll(texts.stringPropertyNames());
        }
        return keys;
    }

    private static String page(String language, String name) throws IOException {
        String folder = language.equals("zh") ? "zh-CN" : language.toLowerCase(Locale.ROOT);
        Path file = Repository.root()
                .resolve("docs")
                .resolve(folder)
                .resolve("reference")
                .resolve(name);
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowHasItsTextsAndItsEntries(Table table) throws Exception {
        Set<String> missing = new TreeSet<>();
        for (String language : LANGUAGES) {
            Set<String> keys = keys(language);
            String page = page(language, table.page());
            for (String word : words(table)) {
                if (!table.key().isEmpty() && !keys.contains(table.key() + word)) {
                    missing.add(word + ": text " + table.key() + word + " in " + language);
                }
                if (!page.contains("`" + word + "`") && !page.contains("\n## " + word + "\n")) {
                    missing.add(word + ": entry in reference/" + table.page() + " in " + language);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyDialectHasAKeptCaptureAndAPageSectionOfItsOwn() throws Exception {
        Path goldens = Repository.root().resolve("run/src/test/resources/goldens");
        Table dialects = tables().findFirst().orElseThrow();
        Set<String> missing = new TreeSet<>();
        for (String word : words(dialects)) {
            if (!Files.exists(goldens.resolve(word + "-one-share/expected.jsonl"))) {
                missing.add(word + ": kept capture run/src/test/resources/goldens/" + word + "-one-share");
            }
            for (String language : LANGUAGES) {
                if (!page(language, dialects.page()).contains("\n## " + word + "\n")) {
                    missing.add(word + ": section in " + language);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    /// An enum with a word and a text is a registry, and belongs into the list above.
    @Test
    void noRegistryIsForgotten() throws Exception {
        Set<String> known = new TreeSet<>();
        for (Table table : tables().toList()) {
            known.add("org.qingyuan." + table.type());
        }
        Set<String> forgotten = new TreeSet<>();
        Product.CLASSES.stream()
                .filter(type -> type.isEnum()
                        && type.isTopLevelClass()
                        && type.tryGetMethod("word").isPresent())
                .filter(type -> !known.contains(type.getName()))
                .forEach(type -> forgotten.add(type.getSimpleName()));
        // verdicts stand under `reason.`, two are values of one field each, commands have a test of their help
        assertThat(forgotten).isSubsetOf("Verdict", "HostSource", "CarbonFamily", "Command");
    }
}
