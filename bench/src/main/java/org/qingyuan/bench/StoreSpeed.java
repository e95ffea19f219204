package org.qingyuan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.casework.cases.Arrivals;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Head;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Subject;
import org.qingyuan.store.SqlCaseStore;
import org.qingyuan.store.StoreAddress;
import org.qingyuan.store.StoreOptions;
import org.qingyuan.store.Stores;

/// How fast a store takes findings and gives pages: keeps findings of 1 kB in batches of 5,000, opens their cases, then
/// asks for pages and counts. The address is the first argument, the number of findings the second, findings a case the
/// third; then files of key and password for a server.
final class StoreSpeed {
    private static final int BATCH = 5000;
    private static final int MATTERS = 500;
    private static final int PAGES = 300;
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Actor ANALYST =
            new Actor(Role.ANALYST, "wang", Scope.EVERYTHING, new Way(Way.Kind.USER, "wang"));

    private final SqlCaseStore store;
    private final int findings;
    private final int perCase;
    private final Random random = new Random(1);

    private StoreSpeed(SqlCaseStore store, int findings, int perCase) {
        this.store = store;
        this.findings = findings;
        this.perCase = perCase;
    }

    public static void main(String[] arguments) {
        StoreOptions options = StoreOptions.of(new SecureRandom());
        if (arguments.length > 3) {
            options = options.withKeyFile(Path.of(arguments[3])).withPasswordFile(Path.of(arguments[4]));
        }
        StoreAddress address = StoreAddress.parse(arguments[0], Path.of("").toAbsolutePath());
        try (SqlCaseStore store = Stores.create(address, options, false)) {
            new StoreSpeed(store, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])).run();
        }
        long before = System.nanoTime();
        Stores.open(address, options).close();
        say("open again: %d ms", (System.nanoTime() - before) / 1_000_000);
    }

    private static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }

    private void run() {
        store.write(writer -> {
            writer.add(new Campaign(
                    "c",
                    Kind.MINING,
                    "p@1",
                    java.time.ZoneOffset.UTC,
                    new Campaign.Office("", "", "", "", ""),
                    NOON,
                    ANALYST));
            return true;
        });
        long start = System.nanoTime();
        for (int from = 0; from < findings; from += BATCH) {
            List<KeptFinding> batch = new ArrayList<>();
            for (int i = from; i < Math.min(findings, from + BATCH); i++) {
                batch.add(finding(i));
            }
            store.write(writer -> {
                writer.keep("run", batch);
                return true;
            });
        }
        long kept = System.nanoTime();
        long cases = openCases();
        long opened = System.nanoTime();
        say("keep: %d findings, %.0f/s", findings, findings * 1e9 / (kept - start));
        say("open: %d cases, %.0f/s", cases, cases * 1e9 / (opened - kept));
        say("import: %.0f findings/s", findings * 1e9 / (opened - start));
        pages();
        long before = System.nanoTime();
        say("log: %d steps", store.verifyLog(step -> {}).number());
        say("verify: %d ms", (System.nanoTime() - before) / 1_000_000);
    }

    private KeptFinding finding(int number) {
        int matter = number / perCase;
        byte[] line = new byte[1000];
        Arrays.fill(line, (byte) 'x');
        byte[] start = ("{\"number\":" + number + "}").getBytes(UTF_8);
        System.arraycopy(start, 0, line, 0, start.length);
        byte[] digest = sha256(line);
        String id = HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
        Moment at = new Moment.At(NOON.plusSeconds(number), false);
        return new KeptFinding(
                id,
                HexFormat.of().formatHex(digest),
                new KeptFinding.Matter("site", "mining/m" + matter, "org-" + matter % 1000),
                "mining.session",
                at,
                at,
                true,
                line);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private long openCases() {
        long cases = 0;
        while (true) {
            int opened = store.write(writer -> {
                List<Arrivals> arrivals = writer.arrivals("run", MATTERS);
                for (Arrivals arrival : arrivals) {
                    CaseFile file = file(arrival);
                    writer.open(
                            file, first(file.head().id(), arrival, file.status().state()));
                    writer.take("run", arrival.matter(), file.head().id());
                }
                return arrivals.size();
            });
            if (opened == 0) {
                return cases;
            }
            cases += opened;
        }
    }

    private CaseFile file(Arrivals arrival) {
        KeptFinding.Matter matter = arrival.matter();
        String id = HexFormat.of().formatHex(Arrays.copyOf(sha256(matter.key().getBytes(UTF_8)), 8));
        State[] states = State.values();
        Head head = new Head(
                id,
                "c",
                Kind.MINING,
                matter.site(),
                matter.key(),
                new Subject("address", matter.key()),
                new Place(area(), matter.organisation(), ""),
                "Name",
                "university",
                NOON);
        return CaseFile.opened(head, first(id, arrival, states[random.nextInt(states.length)]));
    }

    private String area() {
        return String.format(
                Locale.ROOT, "%02d%02d%02d", 11 + random.nextInt(20), random.nextInt(15), 1 + random.nextInt(9));
    }

    private Step first(String id, Arrivals arrival, State state) {
        Instant due = NOON.plusSeconds(Math.floorMod(id.hashCode(), 100_000));
        return new Step(
                id,
                1,
                Event.OPEN,
                state,
                ANALYST,
                NOON,
                "p@1",
                "found",
                arrival.ids(),
                Map.of(
                        Detail.DUE.word(),
                        due.toString(),
                        Detail.ASSIGNEE.word(),
                        "li" + Math.floorMod(id.hashCode(), 50)));
    }

    private void pages() {
        asked("inbox of everything", Scope.EVERYTHING, null, Set.of());
        asked("inbox of a province", new Scope("320000"), null, Set.of());
        asked("inbox of a city, one state", new Scope("201000"), null, EnumSet.of(State.CONFIRMED));
        asked("inbox of a person", Scope.EVERYTHING, "li7", Set.of());
        long[] nanos = new long[PAGES];
        for (int i = 0; i < PAGES; i++) {
            long before = System.nanoTime();
            store.read(reader -> reader.counts("c"));
            nanos[i] = System.nanoTime() - before;
        }
        say95("counts", nanos, 0);
    }

    private void asked(
            String what, Scope scope, @org.jspecify.annotations.Nullable String assignee, Set<State> states) {
        Actor reader = new Actor(Role.MAKER, "li", scope, new Way(Way.Kind.USER, "li"));
        long[] nanos = new long[PAGES];
        String after = null;
        long found = 0;
        for (int i = 0; i < PAGES; i++) {
            CaseQuery query = new CaseQuery("c", states, assignee, reader, after, 50);
            long before = System.nanoTime();
            List<CaseFile> page = store.read(each -> each.page(query));
            nanos[i] = System.nanoTime() - before;
            found += page.size();
            after = page.size() < 50 ? null : page.getLast().head().id();
        }
        say95(what, nanos, found);
    }

    private static void say95(String what, long[] nanos, long found) {
        Arrays.sort(nanos);
        say(
                "%s: p50 %.2f ms, p95 %.2f ms, %d cases",
                what, nanos[nanos.length / 2] / 1e6, nanos[nanos.length * 95 / 100] / 1e6, found);
    }
}
