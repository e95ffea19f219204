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

/// Reads a rule's SQL file: lines `-- name: value` first, then the statements, each below its `-- step: name`. The
/// header's words are closed; a mistake in it is ours and throws when the class of rules is first used.
final class RuleFile {
    private static final String MARK = "-- ";
    private static final String STEP = "-- step: ";

    private final String name;
    private final Map<String, String> header = new LinkedHashMap<>();
    private final List<Rule.Parameter> parameters = new ArrayList<>();
    private final Map<String, String> steps = new LinkedHashMap<>();

    private RuleFile(String name) {
        this.name = name;
    }

    static Rule read(String name) {
        return parse(name, text(name + ".sql"));
    }

    static Rule parse(String name, String text) {
        return new RuleFile(name).rule(text);
    }

    private Rule rule(String text) {
        int start = text.indexOf(STEP);
        for (String line : text.substring(0, start).lines().toList()) {
            header(line);
        }
        for (String part : text.substring(start + STEP.length()).split(STEP, -1)) {
            int end = part.indexOf('\n');
            steps.put(part.substring(0, end).strip(), part.substring(end + 1).strip());
        }
        Rule rule = new Rule(
                take("id"),
                Integer.parseInt(take("version")),
                Severity.of(take("severity")),
                take("title-zh"),
                take("title-en"),
                List.copyOf(parameters),
                take("proposed"),
                take("basis"),
                Rule.Need.valueOf(take("needs").toUpperCase(Locale.ROOT).replace('-', '_')),
                List.of(take("reads").split(" ")),
                List.of(take("refuted-by").split(", ")),
                steps);
        if (!header.isEmpty() || !rule.name().equals(name)) {
            throw new IllegalStateException(name + ": header with unknown words " + header.keySet());
        }
        return rule;
    }

    private void header(String line) {
        int colon = line.indexOf(": ");
        if (!line.startsWith(MARK) || colon < 0) {
            throw new IllegalStateException(name + ": header line " + line);
        }
        String word = line.substring(MARK.length(), colon);
        String value = line.substring(colon + 2).strip();
        if (word.equals("parameter")) {
            parameters.add(parameter(value));
        } else if (header.put(word, value) != null) {
            throw new IllegalStateException(name + ": header says " + word + " twice");
        }
    }

    private String take(String word) {
        String value = header.remove(word);
        if (value == null) {
            throw new IllegalStateException(name + ": header without " + word);
        }
        return value;
    }

    /// `period PERIOD P3Y`; without the third word it is unset.
    private Rule.Parameter parameter(String value) {
        String[] words = value.split(" ");
        if (words.length < 2 || words.length > 3) {
            throw new IllegalStateException(name + ": parameter " + value);
        }
        return new Rule.Parameter(words[0], Rule.Parameter.Kind.valueOf(words[1]), words.length == 3 ? words[2] : "");
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
