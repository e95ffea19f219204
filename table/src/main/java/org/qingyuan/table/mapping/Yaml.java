package org.qingyuan.table.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/// A node of a mapping file that knows where it stands. Scalars are text as written: `01` and `no` mean themselves.
/// Whatever is wrong ends with [ErrorCode#MAPPING_REJECTED], naming file, line and column.
record Yaml(String file, Node node) {
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_SHOWN = 60;

    /// The only document of a file; `null` where it is empty.
    static @Nullable Yaml parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(MAX_CHARACTERS)
                .setAllowRecursiveKeys(false)
                .build();
        try {
            return new Compose(settings)
                    .composeString(text)
                    .map(node -> new Yaml(file, node))
                    .orElse(null);
        } catch (MarkedYamlEngineException e) {
            throw failure(file, e.getProblemMark().orElse(null), RejectReason.BAD_YAML, String.valueOf(e.getProblem()));
        } catch (YamlEngineException | StackOverflowError e) {
            throw failure(file, null, RejectReason.BAD_YAML, String.valueOf(e.getMessage()));
        }
    }

    private static Failure failure(String file, @Nullable Mark mark, RejectReason reason, String what) {
        String where = mark == null ? file : file + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
        String shown = what.length() > MAX_SHOWN ? what.substring(0, MAX_SHOWN) + "…" : what;
        return new Failure(ErrorCode.MAPPING_REJECTED, Map.of("where", where, "reject", reason.word(), "what", shown));
    }

    Failure bad(RejectReason reason, String what) {
        return failure(file, node.getStartMark().orElse(null), reason, what);
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw bad(RejectReason.BAD_STRUCTURE, "");
    }

    /// The elements of a list; a scalar is a list of one.
    List<String> texts() {
        if (isScalar()) {
            return List.of(text());
        }
        if (!(node instanceof SequenceNode list)) {
            throw bad(RejectReason.BAD_STRUCTURE, "");
        }
        List<String> texts = new ArrayList<>();
        for (Node element : list.getValue()) {
            texts.add(new Yaml(file, element).text());
        }
        return texts;
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad(RejectReason.BAD_VALUE, text());
        };
    }

    /// An integer within limits.
    int number(int least, int most) {
        try {
            int value = Integer.parseInt(text());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(RejectReason.BAD_NUMBER, text());
        }
        throw bad(RejectReason.BAD_VALUE, text());
    }

    /// The members by name, in their order.
    ///
    /// @param known the names there may be; `null` where they are data
    Map<String, Yaml> members(@Nullable Collection<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw bad(RejectReason.BAD_STRUCTURE, "");
        }
        Map<String, Yaml> members = new LinkedHashMap<>();
        for (NodeTuple member : mapping.getValue()) {
            Yaml key = new Yaml(file, member.getKeyNode());
            String name = key.text();
            if (known != null && !known.contains(name)) {
                throw key.bad(RejectReason.UNKNOWN_FIELD, name);
            }
            if (members.put(name, new Yaml(file, member.getValueNode())) != null) {
                throw key.bad(RejectReason.REPEATED_ID, name);
            }
        }
        return members;
    }
}
