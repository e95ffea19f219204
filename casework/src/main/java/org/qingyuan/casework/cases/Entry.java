package org.qingyuan.casework.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A thing of its own within a case that has a state: a notice, a request, a measure, a row of a batch.
///
/// @param id unique in the store, at most 64 characters
/// @param kind what it is, `notice`
/// @param group to which it belongs beside its case, the id of a batch for one; blank where there is none
/// @param state word of its kind
/// @param version counts its changes, from 1
/// @param fields kept as a whole and encrypted; not searched
public record Entry(
        String id, String kind, String caseId, String group, String state, long version, Map<String, String> fields) {
    public Entry {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// A field, blank where it is absent.
    public String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /// It in another state, with further fields.
    public Entry in(String newState, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(more);
        return new Entry(id, kind, caseId, group, newState, version + 1, all);
    }
}
