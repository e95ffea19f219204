package org.qingyuan.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.casework.cases.FieldText;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.finding.Moment;

/// What is kept beside cases and steps, as bytes by [FieldText]. Reading gives what was written.
final class StoreText {
    private StoreText() {}

    static byte[] write(Campaign campaign) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", campaign.name());
        fields.put("kind", campaign.kind().word());
        fields.put("policy", campaign.policy());
        fields.put("zone", campaign.zone().getId());
        fields.put("office", campaign.office().name());
        fields.put("officePhone", campaign.office().phone());
        fields.put("officeAddress", campaign.office().address());
        fields.put("officeHours", campaign.office().hours());
        fields.put("officeAppeals", campaign.office().appeals());
        fields.put("createdAt", campaign.createdAt().toString());
        put(fields, campaign.createdBy());
        return FieldText.write(fields);
    }

    static Campaign campaign(byte[] bytes) {
        Map<String, String> fields = FieldText.read(bytes);
        return new Campaign(
                text(fields, "name"),
                Kind.of(text(fields, "kind")),
                text(fields, "policy"),
                ZoneId.of(text(fields, "zone")),
                new Campaign.Office(
                        text(fields, "office"),
                        text(fields, "officePhone"),
                        text(fields, "officeAddress"),
                        text(fields, "officeHours"),
                        text(fields, "officeAppeals")),
                Instant.parse(text(fields, "createdAt")),
                actor(fields));
    }

    static byte[] write(ImportRun run) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", run.id());
        fields.put("campaign", run.campaign());
        fields.put("file", run.file());
        fields.put("site", run.site());
        fields.put("runLine", run.runLine());
        fields.put("lines", Long.toString(run.lines()));
        fields.put("isDone", Boolean.toString(run.isDone()));
        fields.put("startedAt", run.startedAt().toString());
        put(fields, run.actor());
        ImportRun.Counts counts = run.counts();
        fields.put("read", Long.toString(counts.read()));
        fields.put("known", Long.toString(counts.known()));
        fields.put("revised", Long.toString(counts.revised()));
        fields.put("rejected", Long.toString(counts.rejected()));
        fields.put("opened", Long.toString(counts.opened()));
        fields.put("joined", Long.toString(counts.joined()));
        fields.put("resting", Long.toString(counts.resting()));
        fields.put("loose", Long.toString(counts.loose()));
        return FieldText.write(fields);
    }

    static ImportRun importRun(byte[] bytes) {
        Map<String, String> fields = FieldText.read(bytes);
        return new ImportRun(
                text(fields, "id"),
                text(fields, "campaign"),
                text(fields, "file"),
                text(fields, "site"),
                text(fields, "runLine"),
                number(fields, "lines"),
                Boolean.parseBoolean(text(fields, "isDone")),
                Instant.parse(text(fields, "startedAt")),
                actor(fields),
                new ImportRun.Counts(
                        number(fields, "read"),
                        number(fields, "known"),
                        number(fields, "revised"),
                        number(fields, "rejected"),
                        number(fields, "opened"),
                        number(fields, "joined"),
                        number(fields, "resting"),
                        number(fields, "loose")));
    }

    static byte[] write(Contact contact) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("kind", contact.kind());
        fields.put("id", contact.id());
        fields.put("name", contact.name());
        fields.put("phone", contact.phone());
        fields.put("email", contact.email());
        fields.put("address", contact.address());
        fields.put("language", contact.language());
        return FieldText.write(fields);
    }

    static Contact contact(byte[] bytes) {
        Map<String, String> fields = FieldText.read(bytes);
        return new Contact(
                text(fields, "kind"),
                text(fields, "id"),
                text(fields, "name"),
                text(fields, "phone"),
                text(fields, "email"),
                text(fields, "address"),
                text(fields, "language"));
    }

    /// The length of its fields in four bytes, the fields, then its line as it was read.
    static byte[] write(KeptFinding finding) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", finding.id());
        fields.put("digest", finding.digest());
        fields.put("site", finding.matter().site());
        fields.put("key", finding.matter().key());
        fields.put("organisation", finding.matter().organisation());
        fields.put("rule", finding.rule());
        fields.put("start", finding.start().text());
        fields.put("end", finding.end().text());
        fields.put("opens", Boolean.toString(finding.opens()));
        byte[] head = FieldText.write(fields);
        return ByteBuffer.allocate(Integer.BYTES + head.length + finding.line().length)
                .putInt(head.length)
                .put(head)
                .put(finding.line())
                .array();
    }

    static KeptFinding finding(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int length = bytes.length < Integer.BYTES ? -1 : buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new IllegalArgumentException("length " + length);
        }
        int end = Integer.BYTES + length;
        Map<String, String> fields = FieldText.read(Arrays.copyOfRange(bytes, Integer.BYTES, end));
        return new KeptFinding(
                text(fields, "id"),
                text(fields, "digest"),
                new KeptFinding.Matter(text(fields, "site"), text(fields, "key"), text(fields, "organisation")),
                text(fields, "rule"),
                Moment.parse(text(fields, "start")),
                Moment.parse(text(fields, "end")),
                Boolean.parseBoolean(text(fields, "opens")),
                Arrays.copyOfRange(bytes, end, bytes.length));
    }

    private static void put(Map<String, String> fields, Actor actor) {
        fields.put("role", actor.role().name());
        fields.put("actor", actor.name());
        fields.put("scope", actor.scope().text());
        fields.put("way", actor.way().kind().name());
        fields.put("identity", actor.way().identity());
    }

    private static Actor actor(Map<String, String> fields) {
        return new Actor(
                Role.valueOf(text(fields, "role")),
                text(fields, "actor"),
                new Scope(text(fields, "scope")),
                new Way(Way.Kind.valueOf(text(fields, "way")), text(fields, "identity")));
    }

    private static String text(Map<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static long number(Map<String, String> fields, String name) {
        return Long.parseLong(text(fields, name));
    }
}
