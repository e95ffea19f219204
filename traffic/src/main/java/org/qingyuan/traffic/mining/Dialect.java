package org.qingyuan.traffic.mining;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The registry of mining dialects: each row names how its messages travel, whether its jobs carry their target, and
/// the class that reads it. Recognised by content, never by port. The order is that in which an undecided beginning is
/// given to one of several rows that it fits.
public enum Dialect {
    STRATUM_V1(Transport.LINES, false, "H", Cut.SECOND_PARAMETER, StratumReader::bitcoin),
    ETHPROXY(Transport.LINES, true, "H", Cut.SECOND_PARAMETER, EthProxyReader::new),
    CRYPTONOTE(Transport.LINES, true, "H", Cut.JOB_MEMBER, CryptonoteReader::new),
    ZCASH(Transport.LINES, false, "Sol", Cut.SECOND_PARAMETER, StratumReader::zcash),
    ETH_GETWORK(Transport.HTTP, true, "H", Cut.NEVER, EthProxyReader::new),
    GETWORK(Transport.HTTP, true, "H", Cut.NEVER, GetworkReader::new),
    /// Exchanges poll templates as well: only a submitted block counts.
    GETBLOCKTEMPLATE(Transport.HTTP, true, "H", Cut.NEVER, BlockTemplateReader::new);

    /// How messages travel.
    public enum Transport {
        /// JSON objects on a connection that stays open.
        LINES,
        /// Requests and answers of HTTP; all polls of one client at one server are one session.
        HTTP
    }

    private static final class Cut {
        static final Pattern SECOND_PARAMETER =
                Pattern.compile("submit(Work)?\"[^\\[]{0,80}\"params\"\\s*:\\s*\\[\\s*\"[^\"]*\"\\s*,\\s*\"[^\"]+\"");
        static final Pattern JOB_MEMBER = Pattern.compile("\"submit\".*\"job_id\"\\s*:\\s*\"[^\"]+\"");
        static final Pattern NEVER = Pattern.compile("(?!)");
    }

    /// Readers that are only asked who says a message.
    private static final class Readers {
        static final List<DialectReader> OVER_HTTP =
                HTTP_DIALECTS.stream().map(dialect -> dialect.begin(true)).toList();
    }

    private static final List<Dialect> LINE_DIALECTS =
            Stream.of(values()).filter(d -> d.transport == Transport.LINES).toList();
    private static final List<Dialect> HTTP_DIALECTS =
            Stream.of(values()).filter(d -> d.transport == Transport.HTTP).toList();

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final Transport transport;
    private final boolean jobsCarryTarget;
    private final String workUnit;
    private final Pattern cutShare;
    private final Function<Session, DialectReader> reader;

    Dialect(
            Transport transport,
            boolean jobsCarryTarget,
            String workUnit,
            Pattern cutShare,
            Function<Session, DialectReader> reader) {
        this.transport = transport;
        this.jobsCarryTarget = jobsCarryTarget;
        this.workUnit = workUnit;
        this.cutShare = cutShare;
        this.reader = reader;
    }

    /// Lower case with hyphens, `stratum-v1`.
    public String word() {
        return word;
    }

    public Transport transport() {
        return transport;
    }

    /// Whether each job carries its own target, so that a difficulty need not be remembered.
    boolean jobsCarryTarget() {
        return jobsCarryTarget;
    }

    /// `H` for hashes, `Sol` for Equihash solutions.
    String workUnit() {
        return workUnit;
    }

    /// Whether the text of a share that was cut shows the id of its job.
    boolean showsJob(String cut) {
        return cutShare.matcher(cut).find();
    }

    /// Whether nothing but a submitted share proves mining in this dialect.
    boolean onlyShares() {
        return this == GETBLOCKTEMPLATE;
    }

    /// The dialect over HTTP that knows a request, `null` when none does.
    static @Nullable Dialect ofRequest(Message message) {
        for (DialectReader reader : Readers.OVER_HTTP) {
            if (reader.role(message) == DialectReader.Role.CLIENT) {
                return reader.session().dialect;
            }
        }
        return null;
    }

    /// A reader for a new conversation.
    DialectReader begin(boolean joined) {
        return reader.apply(new Session(this, joined));
    }

    static List<Dialect> lines() {
        return LINE_DIALECTS;
    }

    static List<Dialect> http() {
        return HTTP_DIALECTS;
    }
}
