package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Head;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.State;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Subject;

/// Cases, steps and findings as tests want them.
final class Made {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    static final String POLICY = "cn-mining-2021@1";
    static final Actor ANALYST = actor(Role.ANALYST, "");

    private Made() {}

    static StoreOptions options() {
        return StoreOptions.of(new SecureRandom()).withPatience(Duration.ofSeconds(20));
    }

    static Actor actor(Role role, String scope) {
        return new Actor(role, "wang", new Scope(scope), new Way(Way.Kind.USER, "wang"));
    }

    static Campaign campaign(String name) {
        Campaign.Office office = new Campaign.Office("网络中心", "0510-0", "1 号楼", "9-17", "监察室");
        return new Campaign(name, Kind.MINING, POLICY, ZoneOffset.UTC, office, NOON, ANALYST);
    }

    static String id(int number) {
        return String.format(java.util.Locale.ROOT, "%016x", number * 0x9E3779B97F4A7C15L);
    }

    static Head head(String id, String campaign, Place place) {
        return new Head(
                id,
                campaign,
                Kind.MINING,
                "site",
                "mining/" + id,
                new Subject("address", "10.0.0.1"),
                place,
                "Name of " + place.organisation(),
                "university",
                NOON);
    }

    static Step first(String id, Map<String, String> details) {
        return new Step(id, 1, Event.OPEN, State.SUSPECTED, ANALYST, NOON, POLICY, "found", List.of("a1b2"), details);
    }

    static CaseFile opened(String id, String campaign, Place place) {
        return CaseFile.opened(head(id, campaign, place), first(id, Map.of()));
    }

    static CaseFile opened(String id, String campaign) {
        return opened(id, campaign, new Place("320500", "org-1", ""));
    }

    /// The step that leads a case to a state.
    static Step next(CaseFile file, Event event, State state, Map<Detail, String> details) {
        Map<String, String> words = new LinkedHashMap<>();
        details.forEach((detail, value) -> words.put(detail.word(), value));
        return new Step(
                file.head().id(),
                file.status().version() + 1,
                event,
                state,
                ANALYST,
                NOON.plusSeconds(file.status().version()),
                POLICY,
                "because",
                List.of(),
                words);
    }

    static Step check(CaseFile file) {
        return next(file, Event.CHECK, State.UNDER_CHECK, Map.of());
    }

    static KeptFinding finding(int number, String key, String organisation, boolean opens) {
        return finding(number, key, organisation, opens, "content");
    }

    static KeptFinding finding(int number, String key, String organisation, boolean opens, String content) {
        byte[] line =
                ("{\"record\":\"finding\",\"number\":" + number + ",\"content\":\"" + content + "\"}").getBytes(UTF_8);
        return new KeptFinding(
                String.format(java.util.Locale.ROOT, "%032x", number),
                HexFormat.of().formatHex(Log.sha256().digest(line)),
                new KeptFinding.Matter("site", key, organisation),
                "mining.session",
                Moment.parse(NOON.plusSeconds(number).toString()),
                Moment.parse(NOON.plusSeconds(number + 60L).toString()),
                opens,
                line);
    }

    static String digest(byte[] bytes) {
        return HexFormat.of().formatHex(Log.sha256().digest(bytes));
    }

    static ImportRun run(String id, long lines) {
        return new ImportRun(
                id, "c", "f.jsonl", "site", "{\"record\":\"run\"}", lines, false, NOON, ANALYST, ImportRun.Counts.NONE);
    }
}
