package org.qingyuan.traffic.mining;

import org.qingyuan.traffic.mining.PendingRequests.Kind;

/// Bitcoin's old `getwork` over HTTP: work is asked for without parameters and handed in with one.
final class GetworkReader implements DialectReader {
    private static final int DATA_DIGITS = 256;

    /// Version, previous hash and merkle root at the head of the data tell one work from another; the rest is the
    /// miner's to change.
    private static final int WORK_DIGITS = 136;

    private static final int BITS_AT = 144;

    private final Session session;
    private boolean began;

    GetworkReader(Session session) {
        this.session = session;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public boolean surelyBegan() {
        return began;
    }

    @Override
    public Role role(Message m) {
        if (m.method("getwork")) {
            return Role.CLIENT;
        }
        return m.isAnswer() ? Role.SERVER : Role.NEITHER;
    }

    @Override
    public Probe client(Message m) {
        int data = m.json.element(m.params, 0);
        began = true;
        if (m.json.isHex(data, -1) && m.json.hexLength(data) >= WORK_DIGITS) {
            if (m.json.isHex(data, DATA_DIGITS)) {
                session.marks.bits(m.json.int32(data, BITS_AT));
            }
            session.submit(m.id, m.json.markHex(data, 0, WORK_DIGITS), true, m.at);
        } else if (session.hello) {
            session.request(Kind.WORK, m.id, m.at);
        } else {
            session.hello(Kind.WORK, m.id, m.at);
        }
        return Probe.MATCH;
    }

    @Override
    public Probe server(Message m) {
        JsonTape json = m.json;
        int data = json.member(m.result, "data");
        int target = json.member(m.result, "target");
        if (json.isHex(data, DATA_DIGITS) && json.isHex(target, 64)) {
            session.workAnswered(m.id);
            session.marks.bits(json.int32(data, BITS_AT));
            double weight = Target.hashesLittleEndian(json, target);
            session.work(json.markHex(data, 0, WORK_DIGITS), weight, 0, null, m.at);
            return Probe.MATCH;
        }
        if (m.isTrue() || m.isNegative()) {
            Session.Answer answer = ShareErrors.of(m);
            if (session.answer(m.id, answer, m.at) == null && !m.otherSideSeen) {
                session.answerUnseen(answer, 0, m.at);
            }
            return Probe.UNSURE;
        }
        return Probe.NO;
    }
}
