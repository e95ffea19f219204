package org.qingyuan.accounts.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingyuan.finding.Severity;

/// Reads a rule's SQL file: lines `-- name: value` first, then the statement. The header's words are closed; a mistake
/// in it is ours and throws when the class of rules is first used.
final class RuleFile {
    private static final String MARK = "-- ";

    private RuleFile() {}

    static Rule read(String name) {
        String text = text(name + ".sql");
        Map<String, String> header = new LinkedHashMap<>();
        List<Rule.Parameter> parameters = new ArrayList<>();
        int end = 0;
        for (String line : text.split("\n", -1)) {
            int colon = line.indexOf(": ");
            if (!line.startsWith(MARK) || colon < 0) {
                break;
            }
            end += line.length() + 1;
            String word = line.substring(MARK.length(), colon);
            String value = line.substring(colon + 2).strip();
            if (word.equals("parameter")) {
                parameters.add(parameter(name, value));
            } else if (header.put(word, value) != null) {
                throw new IllegalStateException(name + ": header says " + word + " twice");
            }
        }
        return rule(name, header, parameters, text.substring(end).strip());
    }

    private static Rule rule(String name, Map<String, String> header, List<Rule.Parameter> parameters, String sql) {
        Rule rule = new Rule(
                take(name, header, "id"),
                Integer.parseInt(take(name, header, "version")),
                Severity.of(take(name, header, "severity")),
                take(name, header, "title-zh"),
                take(name, header, "title-en"),
                List.copyOf(parameters),
                take(name, header, "proposed"),
                take(name, header, "basis"),
                sql);
        if (!header.isEmpty() || !rule.name().equals(name)) {
            throw new IllegalStateException(name + ": header with unknown words " + header.keySet());
        }
        return rule;
    }

    private static String take(String name, Map<String, String> header, String word) {
        String value = header.remove(word);
        if (value == null) {
            throw new IllegalStateException(name + ": header without " + word);
        }
        return value;
    }

    /// `period PERIOD P3Y`; without the third word it is unset.
    private static Rule.Parameter parameter(String name, String value) {
        String[] words = value.split(" ");
        if (words.length < 2 || words.length > 3) {
            throw new IllegalStateException(name + ": parameter " + value);
        }
        return new Rule.Parameter(
                words[0],
                Rule.Parameter.Kind.valueOf(words[1].toUpperCase(Locale.ROOT)),
                words.length == 3 ? words[2] : "");
    }

    private static String text(String file) {
        try (InputStream in = RuleFile.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
