package org.qingyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.Failure;

/// Pages against a plain filter over all cases, for every kind of reader.
class PageTest {
    private static final List<String> AREAS = List.of(
            "",
            "320000",
            "320500",
            "320505",
            "320600",
            "110101",
            "320500/x",
            "320505/x",
            "A",
            "A/B",
            "A/B/C",
            "A/B/C/D",
            "A/BC",
            "AB",
            "A-B",
            "32050",
            "/A",
            "A/",
            "A//B");
    private static final List<State> STATES = List.of(State.UNDER_CHECK, State.CONFIRMED, State.CLOSED);

    @TempDir
    Path folder;

    private static List<CaseFile> fill(SqlCaseStore store, Random random) {
        List<CaseFile> files = new ArrayList<>();
        store.write(writer -> {
            writer.add(Made.campaign("c1"));
            writer.add(Made.campaign("c2"));
            for (int i = 0; i < 90; i++) {
                String area = AREAS.get(random.nextInt(AREAS.size()));
                Place place = new Place(area, random.nextInt(3) == 0 ? "" : "org-" + i % 3, "h-" + i % 4);
                CaseFile file = Made.opened(Made.id(i), "c" + (1 + i % 2), place);
                writer.open(file, Made.first(Made.id(i), Map.of()));
                Map<Detail, String> details = new HashMap<>();
                if (random.nextInt(4) > 0) {
                    details.put(
                            Detail.DUE,
                            Made.NOON.plusSeconds(random.nextInt(20)).toString());
                }
                if (random.nextBoolean()) {
                    details.put(Detail.ASSIGNEE, "li");
                }
                Step step = Made.next(file, Event.CHECK, STATES.get(random.nextInt(3)), details);
                writer.record(file.after(step), step);
                files.add(file.after(step));
            }
            return true;
        });
        files.sort(Comparator.comparingLong((CaseFile file) -> file.status().dueAt() == null
                        ? Long.MAX_VALUE
                        : Columns.nanos(
                                java.util.Objects.requireNonNull(file.status().dueAt())))
                .thenComparing(file -> file.head().id()));
        return files;
    }

    private static List<Actor> readers() {
        List<Actor> readers = new ArrayList<>();
        for (String area : AREAS) {
            readers.add(Made.actor(Role.MAKER, area));
        }
        readers.add(Made.actor(Role.AUDITOR, "310000"));
        readers.add(Made.actor(Role.ORGANISATION, "org-1"));
        readers.add(Made.actor(Role.HOLDER, "h-2"));
        readers.add(Made.actor(Role.HOLDER, "org-1"));
        return readers;
    }

    private static boolean isWanted(CaseQuery query, CaseFile file) {
        return query.reader().sees(file.head().place())
                && (query.campaign() == null
                        || query.campaign().equals(file.head().campaign()))
                && (query.assignee() == null
                        || query.assignee().equals(file.status().assignee()))
                && (query.states().isEmpty()
                        || query.states().contains(file.status().state()));
    }

    private static List<CaseFile> all(SqlCaseStore store, CaseQuery query) {
        List<CaseFile> files = new ArrayList<>();
        String after = null;
        while (true) {
            CaseQuery next = new CaseQuery(
                    query.campaign(), query.states(), query.assignee(), query.reader(), after, query.limit());
            List<CaseFile> page = store.read(reader -> reader.page(next));
            files.addAll(page);
            if (page.size() < query.limit()) {
                return files;
            }
            after = page.getLast().head().id();
        }
    }

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void pagesAreFullAndHoldWhatTheReaderSees(EngineKind kind) {
        try (SqlCaseStore store = Stores.create(kind.address(folder), kind.options(folder), true)) {
            assertThat(store.isSingleUser()).isTrue();
            List<CaseFile> files = fill(store, new Random(7));
            for (Actor reader : readers()) {
                for (String campaign : new @Nullable String[] {null, "c1"}) {
                    for (String assignee : new @Nullable String[] {null, "", "li"}) {
                        for (Set<State> states : List.of(Set.<State>of(), Set.of(State.CLOSED, State.CONFIRMED))) {
                            CaseQuery query = new CaseQuery(campaign, states, assignee, reader, null, 11);
                            assertThat(all(store, query))
                                    .as("%s", query)
                                    .isEqualTo(files.stream()
                                            .filter(file -> isWanted(query, file))
                                            .toList());
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void aPageAfterACaseThatTheReaderDoesNotSeeIsRefused(EngineKind kind) {
        try (SqlCaseStore store = Stores.create(kind.address(folder), kind.options(folder), true)) {
            List<CaseFile> files = fill(store, new Random(8));
            CaseFile hidden = files.stream()
                    .filter(file -> !file.head().place().organisation().equals("org-1"))
                    .findFirst()
                    .orElseThrow();
            for (String after : List.of(hidden.head().id(), "ffffffffffffffff")) {
                CaseQuery query = new CaseQuery(null, Set.of(), null, Made.actor(Role.ORGANISATION, "org-1"), after, 7);
                assertThatThrownBy(() -> store.read(reader -> reader.page(query)))
                        .isInstanceOf(Failure.class)
                        .hasMessageContaining("case-unknown");
            }
            assertThat(store.<List<CaseFile>>read(reader -> reader.page(
                            new CaseQuery(null, Set.of(), null, Made.actor(Role.ORGANISATION, ""), null, 7))))
                    .isEmpty();
        }
    }

    @Test
    void everyPageIsReadByAnIndexAndNotSortedWhole() {
        try (SqlCaseStore store =
                Stores.create(EngineKind.SQLITE.address(folder), EngineKind.SQLITE.options(folder), true)) {
            fill(store, new Random(9));
            for (Actor reader : readers()) {
                for (String assignee : new @Nullable String[] {null, "li"}) {
                    CaseQuery query = new CaseQuery("c1", Set.of(), assignee, reader, null, 7);
                    List<String> plan = plan(store, query);
                    assertThat(plan).as("%s", query).noneMatch(line -> line.startsWith("SCAN case_file"));
                    assertThat(plan.stream().filter(line -> line.startsWith("SEARCH case_file")))
                            .as("%s", query)
                            .isNotEmpty()
                            .allMatch(line -> line.contains("state=?") && line.contains("(due_at,id)>(?,?)"));
                }
            }
        }
    }

    private static List<String> plan(SqlCaseStore store, CaseQuery query) {
        return store.reading(session -> {
            PageQuery page = new PageQuery(query, session.seal(), null);
            return session.all("EXPLAIN QUERY PLAN " + page.sql(), row -> row.getString(4), page.values());
        });
    }

    @Test
    void everyOtherQuestionIsAskedByAnIndex() {
        try (SqlCaseStore store =
                Stores.create(EngineKind.SQLITE.address(folder), EngineKind.SQLITE.options(folder), true)) {
            for (String sql : List.of(
                    FindingRows.ARRIVED + " (?, ?)" + FindingRows.BY_ARRIVAL,
                    FindingRows.KNOWN + " (VALUES (?, ?))",
                    ArrivalRows.OPEN,
                    ArrivalRows.TAKE,
                    ArrivalRows.WAITING,
                    ArrivalRows.OF_KEYS + " (?, ?)",
                    "SELECT id FROM case_file WHERE matter = ? ORDER BY opened_at DESC",
                    "SELECT id FROM case_file WHERE subject = ? ORDER BY opened_at DESC",
                    "SELECT id FROM deadline WHERE at <= ? ORDER BY at, case_id, purpose, ordinal LIMIT 5"
                            .replace("id FROM", "case_id FROM"),
                    "SELECT id FROM entry WHERE kind = ? AND entry_group = ? AND id > ? ORDER BY id",
                    "SELECT id FROM entry WHERE case_id = ? AND kind = ? ORDER BY id")) {
                List<String> plan = store.reading(session ->
                        session.all("EXPLAIN QUERY PLAN " + sql.replace("?", "'1'"), row -> row.getString(4)));
                assertThat(plan)
                        .as(sql)
                        .noneMatch(line -> line.startsWith("SCAN") && !line.equals("SCAN CONSTANT ROW"));
                assertThat(plan).as(sql).noneMatch(line -> line.contains("TEMP B-TREE FOR ORDER BY"));
            }
            // what a case has is sorted once it is found
            List<String> plan = store.reading(session -> session.all(
                    "EXPLAIN QUERY PLAN " + FindingRows.BODY_OF_CASE.replace("?", "'1'"), row -> row.getString(4)));
            assertThat(plan).noneMatch(line -> line.startsWith("SCAN") && !line.equals("SCAN found"));
        }
    }
}
