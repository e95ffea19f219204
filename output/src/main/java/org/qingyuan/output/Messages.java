package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Summary;

/// Every text for people, in one language, merged from the message files of all modules. Values stand in a text as
/// `{name}`. A key without text shows as `⟦key⟧` and is remembered, so that a test can say there is none.
///
/// Values are written for people, see [Humans]. A word of ours (`{severity}`, `{dialect}`, ... with one of
/// [#WORD_FAMILIES]) is translated where there is a text for it. Safe for several threads.
public final class Messages {
    /// Names whose values are words with texts of their own.
    static final Set<String> WORD_FAMILIES = Set.of(
            "severity",
            "rule",
            "reason",
            "reject",
            "kind",
            "dialect",
            "algorithm",
            "counter",
            "outcome",
            "caseState",
            "caseEvent",
            "caseRole",
            "caseGuard",
            "condition");

    private final Language language;
    private final Map<String, String> texts;
    private final Humans humans;
    private final Set<String> missing = new ConcurrentSkipListSet<>();

    Messages(Language language, ZoneId zone, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
        this.humans = new Humans(language, zone, texts);
    }

    /// Reads every `org/qingyuan/messages_LANG.properties` on the class path.
    ///
    /// @param zone in which instants are shown
    /// @throws IllegalStateException when a key stands twice
    public static Messages load(Language language, ZoneId zone) {
        Map<String, String> texts = new HashMap<>(1024);
        // no lambda and no + here: their first use costs every start of the program some ten milliseconds
        String resource = "org/qingyuan/messages_".concat(language.code()).concat(".properties");
        try {
            Enumeration<URL> files = Messages.class.getClassLoader().getResources(resource);
            while (files.hasMoreElements()) {
                URL file = files.nextElement();
                try (Reader reader = new InputStreamReader(file.openStream(), UTF_8)) {
                    merge(texts, reader, file.toString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        return new Messages(language, zone, texts);
    }

    /// Adds the texts of one file.
    ///
    /// @throws IllegalStateException when a key stands twice, in the file or in one before
    static void merge(Map<String, String> texts, Reader reader, String file) throws IOException {
        Properties properties = new Properties() {
            private static final long serialVersionUID = 1L;

            @Override
            public synchronized @Nullable Object put(Object key, Object value) {
                if (texts.putIfAbsent((String) key, (String) value) != null) {
                    throw new IllegalStateException(file + ": " + key + " stands twice");
                }
                return null;
            }
        };
        properties.load(reader);
    }

    public Language language() {
        return language;
    }

    /// How values are written for people in this language and zone.
    public Humans humans() {
        return humans;
    }

    Map<String, String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    public boolean has(String key) {
        return texts.containsKey(key);
    }

    public String text(String key) {
        return text(key, Map.of());
    }

    /// The sentence of a finding, below `finding.`.
    public String text(Summary summary) {
        return text("finding." + summary.key(), summary.arguments());
    }

    /// The text with its values; a value that is not given shows as `⟦name⟧` and is remembered as `key{name}`.
    public String text(String key, Map<String, ?> arguments) {
        String text = texts.get(key);
        if (text == null) {
            missing.add(key);
            return "⟦" + key + "⟧";
        }
        return text.indexOf('{') < 0 ? text : filled(key, text, arguments);
    }

    /// A word of ours in this language, `word("severity", "high")`; the word itself where it has no text, as names of
    /// algorithms have none.
    public String word(String family, String word) {
        String text = texts.get(family + "." + word);
        return text == null ? word : text;
    }

    /// Keys that were asked for and have no text, and values that were not given.
    public SortedSet<String> missing() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    private String filled(String key, String text, Map<String, ?> arguments) {
        StringBuilder filled = new StringBuilder(text.length() + 64);
        int copied = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
            int close = nameEnd(text, open + 1);
            if (close > 0) {
                filled.append(text, copied, open).append(value(key, text.substring(open + 1, close), arguments));
                copied = close + 1;
            }
        }
        return filled.append(text, copied, text.length()).toString();
    }

    /// Where the name that begins here is closed, -1 when this is no placeholder.
    private static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end > from && end < text.length() && text.charAt(end) == '}' ? end : -1;
    }

    /// Texts of words stand under the name with hyphens: those of `caseState` under `case-state.`.
    private static String family(String name) {
        StringBuilder family = new StringBuilder(name.length() + 1);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            family.append(c >= 'A' && c <= 'Z' ? "-" + (char) (c + 32) : String.valueOf(c));
        }
        return family.toString();
    }

    private String value(String key, String name, Map<String, ?> arguments) {
        if (!arguments.containsKey(name)) {
            missing.add(key + "{" + name + "}");
            return "⟦" + name + "⟧";
        }
        Object value = arguments.get(name);
        if (value instanceof String word && WORD_FAMILIES.contains(name)) {
            return OutsideText.escapeControls(word(family(name), word));
        }
        return value == null ? word("value", "unknown") : humans.value(name, value);
    }
}
