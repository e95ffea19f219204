package org.qingyuan.traffic.mining;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.mining.PendingRequests.Kind;

/// The `mining.*` family: Stratum V1 as Bitcoin and its relatives speak it, and ZIP-301 of Zcash. Both begin alike; the
/// shape of the first job, of a share, or how the difficulty is announced tells them apart.
final class StratumReader implements DialectReader {
    /// What distinguishes the members of the family.
    private enum Shape {
        BITCOIN,
        ZCASH
    }

    private static final String[] CLIENT = {
        "mining.subscribe",
        "mining.authorize",
        "mining.auth",
        "mining.submit",
        "mining.configure",
        "mining.extranonce.subscribe",
        "mining.suggest_difficulty",
        "mining.suggest_target",
        "mining.get_transactions",
        "mining.multi_version",
        "mining.capabilities",
        "mining.term"
    };
    private static final String[] SERVER = {
        "mining.notify",
        "mining.set_difficulty",
        "mining.set_target",
        "mining.set_extranonce",
        "mining.set_version_mask",
        "client.reconnect",
        "client.show_message",
        "client.get_version",
        "mining.ping"
    };
    private static final Pattern ZCASH_HINT =
            Pattern.compile("(?i)equihash|zcash|zec|ewbf|nheqminer|miniz|dstm|bzminer");

    private final Session session;
    private final Shape shape;
    private boolean began;
    private boolean hinted;
    private long lastSubmitter;

    private StratumReader(Session session, Shape shape) {
        this.session = session;
        this.shape = shape;
    }

    static StratumReader bitcoin(Session session) {
        return new StratumReader(session, Shape.BITCOIN);
    }

    static StratumReader zcash(Session session) {
        return new StratumReader(session, Shape.ZCASH);
    }

    @Override
    public Session session() {
        return session;
    }

    /// Of an undecided beginning Zcash's takes what hints at Equihash, the other the rest.
    @Override
    public boolean surelyBegan() {
        return began && hinted == (shape == Shape.ZCASH);
    }

    @Override
    public Role role(Message m) {
        if (m.method < 0) {
            return m.isAnswer() ? Role.SERVER : Role.NEITHER;
        }
        for (String method : CLIENT) {
            if (m.method(method)) {
                return Role.CLIENT;
            }
        }
        for (String method : SERVER) {
            if (m.method(method)) {
                return Role.SERVER;
            }
        }
        return Role.NEITHER;
    }

    @Override
    public Probe client(Message m) {
        if (m.method("mining.subscribe")) {
            return subscribe(m);
        }
        if (m.method("mining.authorize") || m.method("mining.auth")) {
            return authorize(m);
        }
        if (m.method("mining.submit")) {
            return submit(m);
        }
        session.request(Kind.OTHER, m.id, m.at);
        return Probe.UNSURE;
    }

    private Probe subscribe(Message m) {
        JsonTape json = m.json;
        String agent = json.text(json.element(m.params, 0));
        if (isEthereumStratum(json.text(json.element(m.params, 1)))) {
            return Probe.NO;
        }
        session.introduction.agent(agent);
        String host = json.text(json.element(m.params, 2));
        session.introduction.host(host != null && host.indexOf('.') > 0 ? host : null, HostSource.CONNECT);
        hinted |= agent != null && ZCASH_HINT.matcher(agent).find();
        began = true;
        session.hello(Kind.SUBSCRIBE, m.id, m.at);
        return Probe.UNSURE;
    }

    private static boolean isEthereumStratum(@Nullable String text) {
        return text != null && text.startsWith("EthereumStratum/");
    }

    private Probe authorize(Message m) {
        String login = m.json.text(m.json.element(m.params, 0));
        session.hello(Kind.LOGIN, m.id, m.at);
        session.introduction.login(Login.of(login));
        hinted |= login != null && login.length() >= 35 && (login.startsWith("t1") || login.startsWith("t3"));
        began = true;
        return Probe.UNSURE;
    }

    private Probe submit(Message m) {
        JsonTape json = m.json;
        int size = json.size(m.params);
        int job = json.element(m.params, 1);
        int last = json.element(m.params, 4);
        boolean fits = size >= 5
                && job >= 0
                && switch (shape) {
                    case BITCOIN -> json.isHex(json.element(m.params, 3), 8) && json.isHex(last, 8);
                    case ZCASH -> size == 5 && json.isHex(last, -1) && json.hexLength(last) >= 72;
                };
        if (!fits) {
            return Probe.NO;
        }
        if (shape == Shape.ZCASH) {
            solution(json.hexLength(last) / 2);
        } else if (size == 6) {
            session.marks.versionRolling = true;
        }
        submitter(json, json.element(m.params, 0));
        session.submit(m.id, json.mark(job), true, m.at);
        return Probe.MATCH;
    }

    /// A share repeats the login: whoever came late learns it there. What the share before said is not read again.
    private void submitter(JsonTape json, int token) {
        long mark = json.mark(token);
        if (mark == lastSubmitter) {
            return;
        }
        lastSubmitter = mark;
        Login login = Login.of(json.text(token));
        if (session.introduction.wallet == null) {
            session.introduction.login(login);
        } else if (session.introduction.wallet.equals(login.wallet())) {
            session.introduction.worker(login.worker());
        }
    }

    /// The length of a solution tells the parameters of Equihash: 1344 bytes (200,9), 400 (192,7), 100 (144,5), 52
    /// (125,4), behind a compact size of 1 or 3 bytes.
    private void solution(int bytes) {
        String algorithm = switch (bytes) {
            case 1347, 1344 -> "equihash-200-9";
            case 403, 400 -> "equihash-192-7";
            case 101, 100 -> "equihash-144-5";
            case 53, 52 -> "equihash-125-4";
            default -> null;
        };
        if (algorithm != null) {
            session.book().algorithm = algorithm;
        }
    }

    @Override
    public Probe server(Message m) {
        if (m.method < 0) {
            return answer(m);
        }
        if (m.method("mining.notify")) {
            return notify(m);
        }
        if (m.method("mining.set_difficulty")) {
            double difficulty = m.json.number(m.json.element(m.params, 0));
            return shape == Shape.ZCASH ? ignore() : announce(difficulty, m);
        }
        if (m.method("mining.set_target")) {
            return shape == Shape.BITCOIN
                    ? Probe.NO
                    : announce(Target.hashesBigEndian(m.json, m.json.element(m.params, 0)), m);
        }
        if (m.method("mining.set_version_mask")) {
            session.marks.versionRolling = true;
        } else if (m.method("client.get_version") || m.method("mining.ping")) {
            session.serverQuestions++;
        } else if (m.method("client.reconnect")) {
            reconnect(m);
        }
        return ignore();
    }

    /// `[host, port, seconds]`, all of which may be missing.
    private void reconnect(Message m) {
        session.observe(Fact.RECONNECT, m.at, Double.NaN);
        String host = m.json.text(m.json.element(m.params, 0));
        if (host != null && !host.isBlank()) {
            double port = m.json.number(m.json.element(m.params, 1));
            session.introduction.advertised = host + (port > 0 && port < 65_536 ? ":" + (long) port : "");
        }
    }

    private Probe ignore() {
        session.serverMessage();
        return Probe.UNSURE;
    }

    private Probe announce(double value, Message m) {
        session.difficulty(value, m.at);
        return Probe.UNSURE;
    }

    private Probe notify(Message m) {
        JsonTape json = m.json;
        int job = json.element(m.params, 0);
        boolean fits = job >= 0
                && switch (shape) {
                    case BITCOIN -> isBitcoinJob(json, m.params);
                    case ZCASH -> isZcashJob(json, m.params);
                };
        if (!fits) {
            return Probe.NO;
        }
        session.marks.bits(json.int32(json.element(m.params, 6), 0));
        session.work(json.mark(job), shape == Shape.ZCASH ? equihash(m) : null, m.at);
        return Probe.MATCH;
    }

    /// `[job, prevhash, coinb1, coinb2, [branch], version, nbits, ntime, clean]`
    private static boolean isBitcoinJob(JsonTape json, int params) {
        return json.size(params) >= 8
                && json.isHex(json.element(params, 1), 64)
                && json.isHex(json.element(params, 2), -1)
                && json.type(json.element(params, 4)) == JsonTape.ARRAY
                && json.isHex(json.element(params, 5), 8)
                && json.isHex(json.element(params, 6), 8)
                && json.isHex(json.element(params, 7), 8);
    }

    /// `[job, version, prevhash, merkleroot, reserved, time, bits, clean]` (ZIP-301)
    private static boolean isZcashJob(JsonTape json, int params) {
        return json.size(params) >= 8
                && json.isHex(json.element(params, 1), 8)
                && json.isHex(json.element(params, 2), 64)
                && json.isHex(json.element(params, 3), 64)
                && json.isHex(json.element(params, 4), 64)
                && json.isHex(json.element(params, 5), 8)
                && json.isHex(json.element(params, 6), 8);
    }

    /// Parameters of Equihash that some pools add to the job, else those seen so far, else Zcash's own.
    private String equihash(Message m) {
        String named = m.json.text(m.json.element(m.params, 8));
        if (named != null && named.matches("[0-9]{2,3}_[0-9]{1,2}")) {
            return "equihash-" + named.replace('_', '-');
        }
        String known = session.book().algorithm;
        return known == null ? "equihash-200-9" : known;
    }

    private Probe answer(Message m) {
        JsonTape json = m.json;
        byte kind = json.type(m.result);
        if (kind == JsonTape.ARRAY) {
            return subscription(m);
        }
        if (kind == JsonTape.OBJECT && !m.isError()) {
            session.marks.versionRolling |= json.type(json.member(m.result, "version-rolling")) == JsonTape.TRUE;
            answerNoShare(m);
            return Probe.UNSURE;
        }
        Session.Answer answer = ShareErrors.of(m);
        if (session.answer(m.id, answer, m.at) == null && !m.otherSideSeen && (m.isTrue() || m.isNegative())) {
            session.answerUnseen(answer, 1, m.at);
        }
        return Probe.UNSURE;
    }

    /// An object accepts no share: without an id of its own it answers nothing that waits.
    private void answerNoShare(Message m) {
        if (session.waitingFor(m.id) == null) {
            session.serverMessage();
        } else {
            session.answer(m.id, Session.Answer.ACCEPTED, m.at);
        }
    }

    /// `[[subscriptions], extranonce1, size]`, in ZIP-301 `[session, nonce1]`.
    private Probe subscription(Message m) {
        JsonTape json = m.json;
        int nonce = json.element(m.result, 1);
        if (json.size(m.result) < 2 && json.size(m.result) != 0
                || isEthereumStratum(json.text(json.element(json.element(m.result, 0), 2)))) {
            return Probe.NO;
        }
        if (nonce >= 0 && !json.isHex(nonce, -1) && json.hexLength(nonce) != 0 && session.books.works() == 0) {
            return Probe.NO;
        }
        if (session.answer(m.id, Session.Answer.ACCEPTED, m.at) == null) {
            session.loginAnswer(true, false, m.at);
        }
        return Probe.UNSURE;
    }
}
