package org.qingyuan.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Moment;

/// The members of a JSON object, taken one by one by name and kind; what is left over are the record's own fields.
final class Fields {
    private final Map<String, @Nullable Object> members;

    Fields(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    String text(String name) throws BadRecord {
        return kind(String.class, name, members.remove(name));
    }

    @Nullable
    String optionalText(String name) throws BadRecord {
        Object value = members.remove(name);
        return value == null ? null : kind(String.class, name, value);
    }

    long whole(String name) throws BadRecord {
        return kind(Long.class, name, members.remove(name));
    }

    long optionalWhole(String name, long missing) throws BadRecord {
        return members.containsKey(name) ? whole(name) : missing;
    }

    boolean truth(String name) throws BadRecord {
        return kind(Boolean.class, name, members.remove(name));
    }

    Moment moment(String name) throws BadRecord {
        return kind(Moment.class, name, members.remove(name));
    }

    @Nullable
    Moment optionalMoment(String name) throws BadRecord {
        Object value = members.remove(name);
        return value == null ? null : kind(Moment.class, name, value);
    }

    Map<String, Object> map(String name) throws BadRecord {
        return asMap(name, members.remove(name));
    }

    Fields object(String name) throws BadRecord {
        return new Fields(new LinkedHashMap<>(map(name)));
    }

    @Nullable
    Fields optionalObject(String name) throws BadRecord {
        if (!members.containsKey(name)) {
            throw new BadRecord(name + " is missing");
        }
        return members.get(name) == null ? none(name) : object(name);
    }

    private @Nullable Fields none(String name) {
        members.remove(name);
        return null;
    }

    List<Fields> objects(String name) throws BadRecord {
        List<Fields> objects = new ArrayList<>();
        for (Object element : kind(List.class, name, members.remove(name))) {
            objects.add(new Fields(new LinkedHashMap<>(asMap(name, element))));
        }
        return objects;
    }

    List<String> texts(String name) throws BadRecord {
        List<String> texts = new ArrayList<>();
        for (Object element : kind(List.class, name, members.remove(name))) {
            texts.add(kind(String.class, name, element));
        }
        return texts;
    }

    Map<String, Long> counts(String name) throws BadRecord {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Map.Entry<String, Object> entry : map(name).entrySet()) {
            counts.put(entry.getKey(), kind(Long.class, name, entry.getValue()));
        }
        return counts;
    }

    Map<String, Map<String, Long>> countsByRule(String name) throws BadRecord {
        Fields rules = object(name);
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        for (String rule : List.copyOf(rules.members.keySet())) {
            counts.put(rule, rules.counts(rule));
        }
        return counts;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    /// What nobody took.
    @SuppressWarnings("NullAway") // a field that applies and is not known stays null
    Map<String, Object> rest() {
        return members;
    }

    private static <T> T kind(Class<T> kind, String name, @Nullable Object value) throws BadRecord {
        if (!kind.isInstance(value)) {
            throw new BadRecord(name + (value == null ? " is missing" : " is of another kind"));
        }
        return kind.cast(value);
    }

    @SuppressWarnings("unchecked") // the parser makes no other maps
    private static Map<String, Object> asMap(String name, @Nullable Object value) throws BadRecord {
        return kind(Map.class, name, value);
    }
}
