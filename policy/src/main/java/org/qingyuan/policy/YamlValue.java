package org.qingyuan.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.RejectReason;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A value of a YAML file with the place where it stands. Every scalar is text as written: `01` stays two digits, `no`
/// a word. What is not as expected ends with a [Failure] that names file and line.
final class YamlValue {
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_TEXT = 2000;

    private final String file;
    private final String path;
    private final Node node;

    private YamlValue(String file, String path, Node node) {
        this.file = file;
        this.path = path;
        this.node = node;
    }

    /// @param file its name for messages
    static YamlValue parse(String file, String yaml) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MAX_CHARACTERS)
                .setLabel(file)
                .build();
        try {
            Node root = new Compose(settings)
                    .composeString(yaml)
                    .orElseThrow(() -> failure(file, 1, RejectReason.EMPTY_FILE, ""));
            return new YamlValue(file, "", root);
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw failure(file, line, RejectReason.BAD_YAML, String.valueOf(e.getProblem()));
        } catch (YamlEngineException e) {
            throw failure(file, 1, RejectReason.BAD_YAML, String.valueOf(e.getMessage()));
        }
    }

    /// The members of a mapping by name, in their order.
    ///
    /// @param known what they may be called, `null` where names are data
    Map<String, YamlValue> members(@Nullable Collection<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw bad(RejectReason.BAD_STRUCTURE, "");
        }
        Map<String, YamlValue> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            YamlValue name = new YamlValue(file, path, tuple.getKeyNode());
            String key = name.text();
            if (known != null && !known.contains(key)) {
                throw name.bad(RejectReason.UNKNOWN_FIELD, key);
            }
            if (members.put(key, new YamlValue(file, path.isEmpty() ? key : path + "." + key, tuple.getValueNode()))
                    != null) {
                throw name.bad(RejectReason.REPEATED_ID, key);
            }
        }
        return members;
    }

    /// The member that must be there.
    static YamlValue required(YamlValue owner, Map<String, YamlValue> members, String name) {
        YamlValue value = members.get(name);
        if (value == null) {
            throw owner.bad(RejectReason.BLANK_VALUE, owner.path.isEmpty() ? name : owner.path + "." + name);
        }
        return value;
    }

    List<YamlValue> elements() {
        if (!(node instanceof SequenceNode sequence)) {
            throw bad(RejectReason.BAD_STRUCTURE, "");
        }
        List<YamlValue> elements = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            elements.add(new YamlValue(file, path, element));
        }
        return elements;
    }

    /// A scalar as written; may be blank.
    String text() {
        if (!(node instanceof ScalarNode scalar)) {
            throw bad(RejectReason.BAD_STRUCTURE, "");
        }
        if (scalar.getValue().length() > MAX_TEXT) {
            throw bad(RejectReason.BAD_VALUE, scalar.getValue().substring(0, 20) + "…");
        }
        return scalar.getValue();
    }

    /// A scalar that the reader understands; it says no by an exception of its own.
    <T> T read(RejectReason reason, Function<String, T> reader) {
        String text = text();
        try {
            return reader.apply(text);
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            throw bad(reason, text);
        }
    }

    String matching(Pattern pattern) {
        String text = text();
        checkName(pattern, text);
        return text;
    }

    /// Ends the reading where a name that leads here is not of its shape.
    void checkName(Pattern pattern, String name) {
        if (!pattern.matcher(name).matches()) {
            throw bad(RejectReason.BAD_VALUE, name);
        }
    }

    /// Text that is not blank.
    String filled() {
        String text = text();
        if (text.isBlank()) {
            throw bad(RejectReason.BLANK_VALUE, text);
        }
        return text;
    }

    LocalDate date() {
        return read(RejectReason.BAD_DATE, LocalDate::parse);
    }

    /// First day after a period, `null` where the member is absent or blank: the period is open.
    static @Nullable LocalDate end(@Nullable YamlValue to, LocalDate from) {
        if (to == null || to.text().isEmpty()) {
            return null;
        }
        LocalDate end = to.date();
        if (!end.isAfter(from)) {
            throw to.bad(RejectReason.BAD_PERIOD, end.toString());
        }
        return end;
    }

    /// A whole number within bounds, both inclusive.
    int number(int least, int most) {
        int number = read(RejectReason.BAD_NUMBER, Integer::parseInt);
        if (number < least || number > most) {
            throw bad(RejectReason.BAD_NUMBER, least + " <= " + number + " <= " + most);
        }
        return number;
    }

    /// The row of a registry that the text names.
    <T> T row(T[] rows, Function<T, String> word) {
        String wanted = text();
        for (T row : rows) {
            if (word.apply(row).equals(wanted)) {
                return row;
            }
        }
        throw bad(RejectReason.BAD_VALUE, wanted);
    }

    /// A mapping of `zh` and `en`.
    Wording wording() {
        return wording(members(List.of("zh", "en")));
    }

    /// A mapping of `zh`, `en` and `read`.
    Basis basis() {
        Map<String, YamlValue> parts = members(List.of("zh", "en", "read"));
        return new Basis(
                wording(parts), required(this, parts, "read").row(Basis.Reading.values(), Basis.Reading::word));
    }

    Wording wording(Map<String, YamlValue> parts) {
        return new Wording(
                required(this, parts, "zh").filled(),
                required(this, parts, "en").filled());
    }

    /// A list of texts of one shape, each once.
    List<String> distinct(UnaryOperator<String> check) {
        Set<String> texts = new LinkedHashSet<>();
        for (YamlValue element : elements()) {
            String text = element.read(RejectReason.BAD_VALUE, check);
            if (!texts.add(text)) {
                throw element.bad(RejectReason.REPEATED_ID, text);
            }
        }
        return List.copyOf(texts);
    }

    static UnaryOperator<String> shape(Pattern pattern) {
        return text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        };
    }

    /// An error at this place.
    Failure bad(RejectReason reason, String what) {
        String detail = path.isEmpty() || what.equals(path) ? what : what.isEmpty() ? path : path + " = " + what;
        return failure(file, node.getStartMark().map(Mark::getLine).orElse(0) + 1, reason, detail);
    }

    /// @param line from 1; 0 = the file as a whole
    static Failure failure(String file, int line, RejectReason reason, String what) {
        String where = line == 0 ? file : file + ":" + line;
        return new Failure(ErrorCode.POLICY_REJECTED, Map.of("where", where, "reject", reason.word(), "what", what));
    }
}
