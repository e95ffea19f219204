package org.qingyuan.traffic.mining;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.mining.PendingRequests.Kind;

/// `getblocktemplate` and `submitblock` over HTTP (BIP 22, BIP 23). Exchanges and explorers poll templates as well, so
/// only a submitted block proves mining.
final class BlockTemplateReader implements DialectReader {
    private static final int HEADER_DIGITS = 160;
    private static final int PREVIOUS_AT = 8;
    private static final int BITS_AT = 144;

    private final Session session;

    BlockTemplateReader(Session session) {
        this.session = session;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public boolean surelyBegan() {
        return false;
    }

    @Override
    public Role role(Message m) {
        if (m.method("getblocktemplate") || m.method("submitblock")) {
            return Role.CLIENT;
        }
        return m.method < 0 ? Role.SERVER : Role.NEITHER;
    }

    @Override
    public Probe client(Message m) {
        if (m.method("getblocktemplate")) {
            session.request(Kind.WORK, m.id, m.at);
            return Probe.UNSURE;
        }
        int block = m.json.element(m.params, 0);
        if (!m.json.isString(block) || m.json.length(block) < HEADER_DIGITS || !isHeader(m.json, block)) {
            return Probe.NO;
        }
        session.marks.bits(Integer.reverseBytes(m.json.int32(block, BITS_AT)));
        session.submit(m.id, m.json.markHexReversed(block, PREVIOUS_AT, 64), true, m.at);
        return Probe.MATCH;
    }

    private static boolean isHeader(JsonTape json, int block) {
        for (int i = 0; i < HEADER_DIGITS; i++) {
            if (json.hexDigit(block, i) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Probe server(Message m) {
        JsonTape json = m.json;
        int previous = json.member(m.result, "previousblockhash");
        int target = json.member(m.result, "target");
        if (json.isHex(previous, 64) && json.isHex(target, 64)) {
            session.workAnswered(m.id);
            int bits = json.member(m.result, "bits");
            if (json.isHex(bits, 8)) {
                session.marks.bits(json.int32(bits, 0));
            }
            session.work(json.markHex(previous, 0, 64), Target.hashesBigEndian(json, target), 0, null, m.at);
            return Probe.UNSURE;
        }
        session.answer(m.id, answer(m), m.at);
        return Probe.UNSURE;
    }

    /// `null` accepts a block; a text or an error refuses it (BIP 22).
    private static Session.Answer answer(Message m) {
        if (m.isError()) {
            return ShareErrors.of(m);
        }
        String reason = m.json.text(m.result);
        if (reason == null) {
            return Session.Answer.ACCEPTED;
        }
        return isStale(reason) ? Session.Answer.STALE : Session.Answer.REJECTED;
    }

    private static boolean isStale(@Nullable String reason) {
        return reason != null && (reason.toLowerCase(Locale.ROOT).contains("stale") || reason.contains("bad-prevblk"));
    }
}
