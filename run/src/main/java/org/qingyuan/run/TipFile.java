package org.qingyuan.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Place;
import org.qingyuan.casework.campaign.Tip;
import org.qingyuan.casework.campaign.TipSource;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.Subject;
import org.qingyuan.registry.OrganisationKind;
import org.qingyuan.registry.Prefix;
import org.qingyuan.registry.Regions;
import org.qingyuan.run.FieldSheet.Field;

/// Reads a report by a person, a [FieldSheet]. It has no field for who reported: that stays with the hotline or the
/// forum, under the number that `reference` names.
final class TipFile {
    private static final int NAME = 64;
    private static final int LINE = 256;

    private static final List<Field> FIELDS = List.of(
            Field.line("source", NAME),
            Field.line("received-on", NAME),
            Field.line("reference", NAME),
            Field.line("subject-kind", NAME),
            Field.line("subject", LINE),
            Field.line("site", NAME),
            Field.line("organisation", NAME),
            Field.line("organisation-name", LINE),
            Field.line("organisation-kind", NAME),
            Field.line("region", NAME),
            Field.line("legal-entity", NAME),
            Field.line("rule", NAME),
            new Field("text", 1, Step.MAX_REASON, true));

    /// A report on an account that names no rule is joined by no finding.
    private static final String NO_RULE = "reported";

    private static final List<String> OF_MINING = List.of("address", "place");
    private static final List<String> OF_ACCOUNTS = List.of("customer", "account");

    private final FieldSheet sheet;
    private final Kind kind;

    private TipFile(FieldSheet sheet, Kind kind) {
        this.sheet = sheet;
        this.kind = kind;
    }

    /// @param kind of the campaign into which it goes: each has subjects of its own
    /// @param today the last day on which it can have come
    /// @param digest SHA-256 of the bytes
    static Tip read(String file, byte[] bytes, Kind kind, LocalDate today, String digest) {
        return new TipFile(FieldSheet.read(file, bytes, FIELDS), kind).tip(today, digest);
    }

    static byte[] bytes(Path file) {
        return FieldSheet.bytes(file, FieldSheet.MAX_BYTES);
    }

    private Tip tip(LocalDate today, String digest) {
        String word = sheet.required("source");
        TipSource source = TipSource.ofReport(word).orElseThrow(() -> sheet.bad("source", RejectReason.UNKNOWN_VALUE));
        Tip.Told told = new Tip.Told(
                source, sheet.text("reference"), sheet.requiredDay("received-on", today), sheet.required("text"));
        Subject subject = subject();
        Holder holder = holder();
        List<Attachment> none = List.of();
        return new Tip(
                digest,
                kind,
                new Tip.Matter(sheet.text("site"), key(subject)),
                subject,
                holder,
                place(subject, holder),
                told,
                none);
    }

    private Subject subject() {
        sheet.required("subject-kind");
        String subjectKind = sheet.oneOf("subject-kind", kind == Kind.MINING ? OF_MINING : OF_ACCOUNTS);
        String id = sheet.required("subject");
        if (!subjectKind.equals("address")) {
            return new Subject(subjectKind, id);
        }
        // as findings write it, so that they join
        Prefix prefix = Prefix.parse(id);
        if (prefix == null || id.indexOf('/') >= 0) {
            throw sheet.bad("subject", RejectReason.BAD_VALUE);
        }
        return new Subject(subjectKind, prefix.network().text());
    }

    /// As findings of the subject would have it; no finding has that of a place.
    private String key(Subject subject) {
        return switch (kind) {
            case MINING ->
                subject.kind().equals("place")
                        ? "mining/place/" + encoded(subject.id())
                        : "mining/" + encoded(subject.id());
            case ACCOUNTS ->
                "accounts/" + (sheet.has("rule") ? shaped("rule", TipFile::isRule) : NO_RULE) + "/"
                        + encoded(sheet.required("legal-entity")) + "/" + encoded(subject.id());
        };
    }

    private static String encoded(String part) {
        return part.replace("%", "%25").replace("/", "%2F");
    }

    private static boolean isRule(String text) {
        return text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }

    private String shaped(String field, Predicate<String> isOfShape) {
        if (sheet.has(field) && !isOfShape.test(sheet.text(field))) {
            throw sheet.bad(field, RejectReason.BAD_VALUE);
        }
        return sheet.text(field);
    }

    private @Nullable Holder holder() {
        if (!sheet.has("organisation")) {
            return null;
        }
        String kindWord = sheet.required("organisation-kind");
        if (OrganisationKind.of(kindWord) == null) {
            throw sheet.bad("organisation-kind", RejectReason.UNKNOWN_KIND);
        }
        sheet.required("region");
        String id = shaped("organisation", TipFile::isId);
        return new Holder(id, sheet.required("organisation-name"), null, kindWord, region(), null);
    }

    /// As a scope can name it.
    private static boolean isId(String text) {
        return text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "._/-".indexOf(c) >= 0);
    }

    private String region() {
        if (sheet.has("region") && !isRegion(sheet.text("region"))) {
            throw sheet.bad("region", RejectReason.UNKNOWN_REGION);
        }
        return sheet.text("region");
    }

    /// A code of GB/T 2260 whose province is known; counties are not built in.
    private static boolean isRegion(String code) {
        return code.length() == 6
                && code.chars().allMatch(c -> c >= '0' && c <= '9')
                && Regions.builtIn().get(code.substring(0, 2) + "0000") != null;
    }

    private Place place(Subject subject, @Nullable Holder holder) {
        return switch (kind) {
            case MINING -> new Place(region(), holder == null ? "" : holder.id(), "");
            case ACCOUNTS ->
                new Place(
                        shaped("legal-entity", TipFile::isId),
                        "",
                        subject.kind().equals("customer") ? subject.id() : "");
        };
    }
}
