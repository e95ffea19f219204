package org.qingyuan.casework.cases;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.finding.Subject;

/// Cases and steps as bytes to keep, by [FieldText]. Reading gives what was written.
public final class CaseText {
    private static final String DETAIL = "detail.";

    private CaseText() {}

    public static byte[] write(Step step) {
        Fields fields = new Fields();
        fields.put("case", step.caseId());
        fields.put("version", Long.toString(step.version()));
        fields.put("event", step.event().word());
        fields.put("state", step.state().word());
        fields.put("actor", step.actor());
        fields.put("at", step.at());
        fields.put("policy", step.policy());
        fields.put("reason", step.reason());
        fields.put("evidence", joined(step.evidence()));
        step.details().forEach((name, value) -> fields.all.put(DETAIL + name, value));
        return FieldText.write(fields.all);
    }

    private static String joined(List<String> pointers) {
        String text = String.join(" ", pointers);
        if (!split(text).equals(pointers)) {
            throw new IllegalArgumentException("pointers " + pointers);
        }
        return text;
    }

    private static List<String> split(String text) {
        List<String> pointers = text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
        if (pointers.contains("")) {
            throw new IllegalArgumentException("pointers " + text);
        }
        return pointers;
    }

    /// @throws IllegalArgumentException when the bytes are no step
    public static Step step(byte[] bytes) {
        Fields fields = new Fields(FieldText.read(bytes));
        Map<String, String> details = new LinkedHashMap<>();
        fields.all.forEach((name, value) -> {
            if (name.startsWith(DETAIL)) {
                details.put(name.substring(DETAIL.length()), value);
            }
        });
        return new Step(
                fields.text("case"),
                fields.number("version"),
                Event.of(fields.text("event")),
                State.of(fields.text("state")),
                present(fields.actor("actor")),
                present(fields.instant("at")),
                fields.text("policy"),
                fields.text("reason"),
                split(fields.text("evidence")),
                details);
    }

    public static byte[] write(CaseFile file) {
        Fields fields = new Fields();
        Head head = file.head();
        fields.put("id", head.id());
        fields.put("campaign", head.campaign());
        fields.put("kind", head.kind().word());
        fields.put("site", head.site());
        fields.put("key", head.key());
        fields.put("subjectKind", head.subject().kind());
        fields.put("subject", head.subject().id());
        fields.put("area", head.place().area());
        fields.put("organisation", head.place().organisation());
        fields.put("holder", head.place().holder());
        fields.put("organisationName", head.organisationName());
        fields.put("organisationKind", head.organisationKind());
        fields.put("openedAt", head.openedAt());
        put(fields, file.status());
        return FieldText.write(fields.all);
    }

    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("a field is missing");
        }
        return value;
    }

    private static void put(Fields fields, Status status) {
        fields.put("state", status.state().word());
        fields.put("version", Long.toString(status.version()));
        fields.put("policy", status.policy());
        fields.put("dueAt", status.dueAt());
        fields.put("assignee", status.assignee());
        fields.put("opening", Long.toString(status.opening()));
        fields.put("tip", status.isTip());
        fields.put("incomplete", status.isIncomplete());
        fields.put("answered", status.isAnswered());
        fields.put("asked", status.asked());
        fields.put("appealed", status.isAppealed());
        fields.put("interim", status.interim().phase().name());
        fields.put("interimMeasures", status.interim().measures());
        fields.put("interimMaker", status.interim().maker());
        fields.put("interimUntil", status.interim().until());
        fields.put("measures", status.measures());
        fields.put("maker", status.maker());
        fields.put("checker", status.checker());
        fields.put("notifiedAt", status.notifiedAt());
        fields.put("executedAt", status.executedAt());
        fields.put("restUntil", status.restUntil());
        fields.put("reason", status.reason());
    }

    /// @throws IllegalArgumentException when the bytes are no case
    public static CaseFile file(byte[] bytes) {
        Fields fields = new Fields(FieldText.read(bytes));
        Head head = new Head(
                fields.text("id"),
                fields.text("campaign"),
                Kind.of(fields.text("kind")),
                fields.text("site"),
                fields.text("key"),
                new Subject(fields.text("subjectKind"), fields.text("subject")),
                new Place(fields.text("area"), fields.text("organisation"), fields.text("holder")),
                fields.text("organisationName"),
                fields.text("organisationKind"),
                present(fields.instant("openedAt")));
        return new CaseFile(head, status(fields));
    }

    private static Status status(Fields fields) {
        return new Status(
                State.of(fields.text("state")),
                fields.number("version"),
                fields.text("policy"),
                fields.instant("dueAt"),
                fields.text("assignee"),
                fields.number("opening"),
                fields.flag("tip"),
                fields.flag("incomplete"),
                fields.flag("answered"),
                fields.text("asked"),
                fields.flag("appealed"),
                new Interim(
                        Interim.Phase.valueOf(fields.text("interim")),
                        fields.text("interimMeasures"),
                        fields.actor("interimMaker"),
                        fields.instant("interimUntil")),
                fields.text("measures"),
                fields.actor("maker"),
                fields.actor("checker"),
                fields.instant("notifiedAt"),
                fields.instant("executedAt"),
                fields.instant("restUntil"),
                fields.text("reason"));
    }

    /// Fields while they are gathered or taken apart; what is absent is not written.
    private record Fields(Map<String, String> all) {
        Fields() {
            this(new LinkedHashMap<>());
        }

        void put(String name, String value) {
            if (!value.isEmpty()) {
                all.put(name, value);
            }
        }

        void put(String name, boolean value) {
            put(name, value ? "true" : "");
        }

        void put(String name, @Nullable Instant value) {
            put(name, value == null ? "" : value.toString());
        }

        void put(String name, @Nullable Actor value) {
            if (value != null) {
                put(name, value.role().name());
                put(name + ".name", value.name());
                put(name + ".scope", value.scope().text());
                put(name + ".way", value.way().kind().name());
                put(name + ".identity", value.way().identity());
            }
        }

        String text(String name) {
            return all.getOrDefault(name, "");
        }

        long number(String name) {
            return Long.parseLong(text(name));
        }

        boolean flag(String name) {
            return text(name).equals("true");
        }

        @Nullable
        Instant instant(String name) {
            String text = text(name);
            try {
                return text.isEmpty() ? null : Instant.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(name, e);
            }
        }

        @Nullable
        Actor actor(String name) {
            String role = text(name);
            return role.isEmpty()
                    ? null
                    : new Actor(
                            Role.valueOf(role),
                            text(name + ".name"),
                            new Scope(text(name + ".scope")),
                            new Way(Way.Kind.valueOf(text(name + ".way")), text(name + ".identity")));
        }
    }
}
