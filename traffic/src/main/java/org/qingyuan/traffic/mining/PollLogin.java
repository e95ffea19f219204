package org.qingyuan.traffic.mining;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who a miner that polls over HTTP says it is: the `miner` parameter of the address, the first part of its path that
/// is
/// a wallet's address, or the user of Basic authorization.
final class PollLogin {
    private static final Pattern ADDRESS =
            Pattern.compile("0[xX][0-9a-fA-F]{40}|[13LMDXt][1-9A-HJ-NP-Za-km-z]{25,34}|(bc1|ltc1)[0-9a-z]{20,60}");

    private PollLogin() {}

    static void of(HttpHead head, Session session) {
        if (session.introduction.wallet != null) {
            return;
        }
        String miner = parameter(head.target());
        if (miner != null) {
            session.introduction.login(Login.of(miner));
            return;
        }
        if (path(head.target(), session)) {
            return;
        }
        if (session.dialect == Dialect.GETWORK && head.user() != null) {
            session.introduction.login(Login.of(head.user()));
        }
    }

    private static @Nullable String parameter(String target) {
        int query = target.indexOf('?');
        if (query < 0) {
            return null;
        }
        for (String pair : target.substring(query + 1).split("&")) {
            if (pair.startsWith("miner=")) {
                return decoded(pair.substring(6));
            }
        }
        return null;
    }

    private static boolean path(String target, Session session) {
        int query = target.indexOf('?');
        String[] parts = (query < 0 ? target : target.substring(0, query)).split("/");
        for (int i = 0; i < parts.length; i++) {
            Login login = Login.of(decoded(parts[i]));
            if (login.wallet() != null && ADDRESS.matcher(login.wallet()).matches()) {
                session.introduction.login(login);
                if (login.worker() == null && i + 1 < parts.length) {
                    session.introduction.worker(decoded(parts[i + 1]));
                }
                return true;
            }
        }
        return false;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
