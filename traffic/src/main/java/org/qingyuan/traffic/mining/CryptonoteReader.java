package org.qingyuan.traffic.mining;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.mining.PendingRequests.Kind;

/// The CryptoNote dialect, as XMRig, xmr-stak and their proxies speak it: `login`, `job`, `submit`, `keepalived`.
///
/// `login` and `submit` are names that chat and device services use as well, so only the members tell: a job with a
/// blob and a target, a share with a 32-byte result, a login with a CryptoNote address, a list of algorithms or a
/// known miner's agent.
final class CryptonoteReader implements DialectReader {
    private static final Pattern ADDRESS = Pattern.compile("^[1-9A-HJ-NP-Za-km-z]{90,120}(?![1-9A-HJ-NP-Za-km-z])");
    private static final Pattern MINER = Pattern.compile(
            "xmr|cryptonight|cpuminer|ccminer|srbminer|nanominer|randomx|claymore|teamredminer|castxmr");

    private final Session session;
    private boolean began;

    CryptonoteReader(Session session) {
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
        if (m.method("login") || m.method("submit") || m.method("keepalived") || m.method("getjob")) {
            return Role.CLIENT;
        }
        return m.method("job") || m.isAnswer() ? Role.SERVER : Role.NEITHER;
    }

    @Override
    public Probe client(Message m) {
        if (m.method("login")) {
            return login(m);
        }
        if (m.method("submit")) {
            return submit(m);
        }
        session.request(Kind.OTHER, m.id, m.at);
        return Probe.UNSURE;
    }

    private Probe login(Message m) {
        JsonTape json = m.json;
        int name = json.member(m.params, "login");
        if (!json.isString(name)) {
            return Probe.NO;
        }
        String text = json.text(name);
        String agent = json.text(json.member(m.params, "agent"));
        session.hello(Kind.LOGIN, m.id, m.at);
        session.introduction.login(Login.of(text));
        session.introduction.worker(json.text(json.member(m.params, "rigid")));
        session.introduction.worker(json.text(json.member(m.params, "worker")));
        session.introduction.agent(agent);
        boolean sure = text != null && ADDRESS.matcher(text).find()
                || isMiner(agent)
                || CryptonoteAlgorithms.isKnown(json.text(json.element(json.member(m.params, "algo"), 0)));
        began |= sure;
        return sure ? Probe.MATCH : Probe.UNSURE;
    }

    private static boolean isMiner(@Nullable String agent) {
        return agent != null && MINER.matcher(agent.toLowerCase(Locale.ROOT)).find();
    }

    private Probe submit(Message m) {
        JsonTape json = m.json;
        int job = json.member(m.params, "job_id");
        int result = json.member(m.params, "result");
        if (job < 0 || !json.isHex(result, 64) || !json.isHex(json.member(m.params, "nonce"), -1)) {
            return Probe.NO;
        }
        long mark = json.mark(job);
        long limit = session.limitOf(mark);
        boolean plausible = limit == 0 || Long.compareUnsigned(Target.tail(json, result), limit) < 0;
        session.submit(m.id, mark, plausible, m.at);
        began = true;
        return Probe.MATCH;
    }

    @Override
    public Probe server(Message m) {
        if (m.method("job")) {
            return job(m, m.params);
        }
        int job = m.json.member(m.result, "job");
        if (job >= 0) {
            session.answer(m.id, Session.Answer.ACCEPTED, m.at);
            return job(m, job);
        }
        return m.isError() ? refusal(m) : status(m);
    }

    private Probe job(Message m, int job) {
        JsonTape json = m.json;
        int blob = json.member(job, "blob");
        int id = json.member(job, "job_id");
        int target = json.member(job, "target");
        if (!json.isHex(blob, -1) || json.length(blob) < 64 || id < 0 || target < 0) {
            return Probe.NO;
        }
        String algorithm = CryptonoteAlgorithms.of(json, job);
        long limit = Target.cryptonote(json, target, "rx/yada".equals(algorithm));
        session.work(json.mark(id), Target.hashes64(limit), limit, algorithm, m.at);
        return Probe.MATCH;
    }

    private Probe refusal(Message m) {
        answer(m, ShareErrors.of(m));
        return Probe.UNSURE;
    }

    private Probe status(Message m) {
        int status = m.json.member(m.result, "status");
        if (m.json.is(status, "KEEPALIVED")) {
            keptAlive(m);
            return Probe.UNSURE;
        }
        if (m.json.is(status, "OK") || m.isTrue()) {
            answer(m, Session.Answer.ACCEPTED);
            return Probe.UNSURE;
        }
        session.serverMessage();
        return session.books.works() > 0 ? Probe.UNSURE : Probe.NO;
    }

    /// A sign of life accepts no share, whatever its id.
    private void keptAlive(Message m) {
        if (session.waitingFor(m.id) == Kind.OTHER) {
            session.answer(m.id, Session.Answer.ACCEPTED, m.at);
        } else {
            session.serverMessage();
        }
    }

    private void answer(Message m, Session.Answer answer) {
        Kind kind = session.answer(m.id, answer, m.at);
        if (kind == null && !m.otherSideSeen) {
            session.answerUnseen(answer, 0, m.at);
        }
    }
}
