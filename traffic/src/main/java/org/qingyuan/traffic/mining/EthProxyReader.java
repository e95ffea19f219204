package org.qingyuan.traffic.mining;

import org.qingyuan.traffic.mining.PendingRequests.Kind;

/// Ethereum's getWork family: EthProxy on an open connection (`eth_submitLogin`, pushed work with id 0) and the same
/// requests as polls over HTTP.
final class EthProxyReader implements DialectReader {
    private final Session session;
    private final boolean polls;
    private boolean began;

    EthProxyReader(Session session) {
        this.session = session;
        this.polls = session.dialect.transport() == Dialect.Transport.HTTP;
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
        if (m.method < 0) {
            return m.isAnswer() ? Role.SERVER : Role.NEITHER;
        }
        boolean known = m.method("eth_submitLogin")
                || m.method("eth_login")
                || m.method("eth_getWork")
                || m.method("eth_submitWork")
                || m.method("eth_submitHashrate");
        return known ? Role.CLIENT : Role.NEITHER;
    }

    @Override
    public Probe client(Message m) {
        if (!polls) {
            session.introduction.worker(m.json.text(m.json.member(0, "worker")));
        }
        if (m.method("eth_submitWork")) {
            return submit(m);
        }
        if (m.method("eth_submitHashrate")) {
            session.request(Kind.OTHER, m.id, m.at);
            session.claim(rate(m.json, m.json.element(m.params, 0)), m.at);
            return Probe.UNSURE;
        }
        if (m.method("eth_getWork")) {
            return poll(m);
        }
        session.hello(Kind.LOGIN, m.id, m.at);
        session.introduction.login(Login.of(m.json.text(m.json.element(m.params, 0))));
        began = true;
        return Probe.MATCH;
    }

    private Probe poll(Message m) {
        if (polls && !session.hello) {
            session.hello(Kind.WORK, m.id, m.at);
        } else {
            session.request(Kind.WORK, m.id, m.at);
        }
        began |= polls;
        return polls ? Probe.MATCH : Probe.UNSURE;
    }

    private static double rate(JsonTape json, int token) {
        int digits = json.hexLength(token);
        if (token < 0 || digits == 0 || digits > 64 || !json.isHex(token, digits)) {
            return Double.NaN;
        }
        double rate = 0;
        for (int i = 0; i < digits; i++) {
            rate = rate * 16 + json.hexDigit(token, i);
        }
        return rate;
    }

    private Probe submit(Message m) {
        JsonTape json = m.json;
        int header = json.element(m.params, 1);
        if (!json.isHex(json.element(m.params, 0), 16) || !json.isHex(header, 64)) {
            return Probe.NO;
        }
        session.submit(m.id, json.markHex(header, 0, 64), true, m.at);
        began = true;
        return Probe.MATCH;
    }

    @Override
    public Probe server(Message m) {
        JsonTape json = m.json;
        if (json.type(m.result) == JsonTape.ARRAY && !m.isError()) {
            return work(m);
        }
        if (!m.isTrue() && !m.isNegative()) {
            session.serverMessage();
            return session.books.works() > 0 || session.hello ? Probe.UNSURE : Probe.NO;
        }
        Session.Answer answer = ShareErrors.of(m);
        if (session.answer(m.id, answer, m.at) == null && !m.otherSideSeen) {
            session.answerUnseen(answer, polls ? 0 : 1, m.at);
        }
        return Probe.UNSURE;
    }

    /// `[header, seed, target(, height)]`
    private Probe work(Message m) {
        JsonTape json = m.json;
        int header = json.element(m.result, 0);
        int seed = json.element(m.result, 1);
        int target = json.element(m.result, 2);
        if (!json.isHex(header, 64) || !json.isHex(seed, 64) || !json.isHex(target, json.hexLength(target))) {
            return Probe.NO;
        }
        session.workAnswered(m.id);
        double weight = Target.hashesBigEndian(json, target);
        String algorithm = EthashNetwork.algorithm(json, seed, json.element(m.result, 3), m.at.timeNanos);
        session.work(json.markHex(header, 0, 64), weight, 0, algorithm, m.at);
        return Probe.MATCH;
    }
}
