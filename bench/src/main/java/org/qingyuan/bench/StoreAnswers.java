package org.qingyuan.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.State;
import org.qingyuan.store.SqlCaseStore;

/// What people ask a store for, each question some hundreds of times: p50 and p95, and how much was found.
final class StoreAnswers {
    private static final int TIMES = 300;
    private static final int PAGE = 50;

    private final SqlCaseStore store;
    private final Random random = new Random(1);

    StoreAnswers(SqlCaseStore store) {
        this.store = store;
    }

    void ask() {
        inbox("inbox of everything", Role.CHECKER, "", Set.of());
        inbox("inbox of everything, one state", Role.MAKER, "", EnumSet.of(State.SUSPECTED));
        inbox("inbox of a province", Role.MAKER, "110000", Set.of());
        inbox("inbox of a city, one state", Role.ANALYST, "120200", EnumSet.of(State.SUSPECTED));
        inbox("inbox of an organisation", Role.ORGANISATION, "unit-7", Set.of());
        List<String> ids = some();
        repeated("case page", number -> casePage(ids.get(number % ids.size())));
        List<CaseFile> files = ids.stream()
                .map(id -> store.read(reader -> reader.find(id)).orElseThrow())
                .toList();
        repeated(
                "search by subject",
                number -> store.ofSubject(
                                files.get(number % files.size()).head().subject(), PAGE)
                        .size());
        repeated(
                "search by digits of the id",
                number -> store.read(reader ->
                                reader.caseIds(ids.get(number % ids.size()).substring(0, 8), PAGE))
                        .size());
        repeated(
                "counts of a campaign",
                number -> store.read(reader -> reader.counts(StoreSpeed.CAMPAIGN)).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    /// Ids from all over the store.
    private List<String> some() {
        List<String> ids = new ArrayList<>();
        while (ids.size() < TIMES) {
            String digits = String.format(java.util.Locale.ROOT, "%04x", random.nextInt(1 << 16));
            ids.addAll(store.read(reader -> reader.caseIds(digits, 1)));
        }
        return ids;
    }

    private long casePage(String id) {
        return store.read(
                reader -> reader.find(id).stream().count() + reader.steps(id).size() + findings(reader, id));
    }

    private static long findings(CaseReader reader, String id) {
        return reader.findings(id, PAGE).size();
    }

    private void inbox(String what, Role role, String scope, Set<State> states) {
        Actor actor = new Actor(role, "li", new Scope(scope), new Way(Way.Kind.USER, "li"));
        @Nullable String[] after = {null};
        repeated(what, number -> {
            CaseQuery query = new CaseQuery(StoreSpeed.CAMPAIGN, states, null, actor, after[0], PAGE);
            List<CaseFile> page = store.read(reader -> reader.page(query));
            after[0] = page.size() < PAGE ? null : page.getLast().head().id();
            return page.size();
        });
    }

    private static void repeated(String what, IntToLongFunction question) {
        long[] nanos = new long[TIMES];
        long found = 0;
        for (int i = 0; i < TIMES; i++) {
            long before = System.nanoTime();
            found += question.applyAsLong(i);
            nanos[i] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        StoreSpeed.say(
                "%s: p50 %.2f ms, p95 %.2f ms, found %d",
                what, nanos[TIMES / 2] / 1e6, nanos[TIMES * 95 / 100] / 1e6, found);
    }
}
