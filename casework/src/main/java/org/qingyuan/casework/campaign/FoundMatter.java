package org.qingyuan.casework.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Place;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Holder;
import org.qingyuan.policy.CaseRules;

/// What casework takes from a finding: its matter, and where it belongs.
final class FoundMatter {
    private FoundMatter() {}

    /// @param line of the finding as results have it
    static KeptFinding kept(Finding finding, byte[] line, String site, CaseRules rules) {
        Holder holder = finding.organisation();
        return new KeptFinding(
                finding.id(),
                sha256(line),
                new KeptFinding.Matter(site, finding.key(), holder == null ? "" : holder.id()),
                finding.rule(),
                finding.start(),
                finding.end(),
                rules.opens(finding.rule())
                        && !Boolean.TRUE.equals(finding.fields().get("unconfirmed")),
                line);
    }

    /// The kind of cases that a finding's key names, blank for others.
    static boolean isOf(Kind kind, Finding finding) {
        return finding.key().startsWith(kind.word() + "/");
    }

    /// Where a case of this finding belongs.
    static Place place(Finding finding) {
        Holder holder = finding.organisation();
        String area = holder != null ? holder.region() : text(finding, "legalEntity");
        boolean isCustomer = finding.subject().kind().equals("customer");
        return new Place(
                area,
                holder == null ? "" : holder.id(),
                isCustomer ? finding.subject().id() : "");
    }

    /// The act by which an organisation enters a case that did not know it.
    static Act learning(Holder holder, Actor actor, Instant at) {
        return Act.of(Event.LEARN_ORGANISATION, actor, at)
                .with(Detail.ORGANISATION, holder.id())
                .with(Detail.ORGANISATION_NAME, holder.name())
                .with(Detail.ORGANISATION_KIND, holder.kind())
                .with(Detail.AREA, holder.region());
    }

    private static String text(Finding finding, String field) {
        return finding.fields().get(field) instanceof String text ? text : "";
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
