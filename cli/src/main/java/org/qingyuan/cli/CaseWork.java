package org.qingyuan.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Way;
import org.qingyuan.casework.campaign.FindingParser;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.campaign.Importing;
import org.qingyuan.casework.campaign.TipIntake;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.disposition.Batching;
import org.qingyuan.casework.notice.Announcing;
import org.qingyuan.casework.notice.Notifying;
import org.qingyuan.casework.notice.Telling;
import org.qingyuan.casework.response.Responding;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.output.ResultReader;
import org.qingyuan.policy.Policies;
import org.qingyuan.run.CaseFiling;
import org.qingyuan.run.CaseImport;
import org.qingyuan.run.CasePolicies;
import org.qingyuan.run.CaseWords;
import org.qingyuan.store.SqlCaseStore;
import org.qingyuan.store.StoreAddress;
import org.qingyuan.store.StoreOptions;
import org.qingyuan.store.Stores;

/// The store on which a command works, and what works on it.
record CaseWork(Context context, SqlCaseStore store, CasePolicies policies, CaseDesk desk) implements AutoCloseable {
    static CaseWork open(Context context) {
        return of(context, Stores.open(address(context), options(context)));
    }

    static CaseWork of(Context context, SqlCaseStore store) {
        CasePolicies policies = new CasePolicies(Policies.builtIn());
        return new CaseWork(context, store, policies, new CaseDesk(store, policies));
    }

    static StoreAddress address(Context context) {
        return StoreAddress.parse(
                Objects.requireNonNull(context.arguments().text(Flag.DATA)),
                context.environment().folder());
    }

    static StoreOptions options(Context context) {
        StoreOptions options = StoreOptions.of(context.environment().random().get());
        Path key = context.arguments().path(Flag.KEY_FILE, context.environment().folder());
        Path password = context.arguments()
                .path(Flag.PASSWORD_FILE, context.environment().folder());
        StoreOptions withKey = key == null ? options : options.withKeyFile(key);
        return password == null ? withKey : withKey.withPasswordFile(password);
    }

    Instant now() {
        return context.environment().clock().get();
    }

    /// Who acts, by `--as`.
    ///
    /// @throws Failure when it is not given or names nobody
    Actor actor() {
        String text = context.arguments().text(Flag.AS);
        if (text == null) {
            throw Parsing.usage(
                    context.arguments().command().words(),
                    context.messages().text("cli.usage.missing-flag", Map.of("flag", Flag.AS.text())));
        }
        return Actor.parse(text, way())
                .orElseThrow(
                        () -> new Failure(ErrorCode.ACTOR_UNUSABLE, Map.of("where", Flag.AS.text(), "what", text)));
    }

    /// Who reads: by `--as`, else an auditor who sees everything.
    Actor reader() {
        return context.arguments().text(Flag.AS) == null
                ? Actor.parse("auditor:local", way()).orElseThrow()
                : actor();
    }

    private Way way() {
        return new Way(Way.Kind.USER, context.environment().user());
    }

    Act act(Event event) {
        String reason = context.arguments().command().flags().contains(Flag.REASON)
                ? context.arguments().text(Flag.REASON)
                : null;
        return Act.of(event, actor(), now()).because(reason == null ? "" : reason);
    }

    IdSource ids() {
        return new IdSource(context.environment().random().get());
    }

    Importing importing() {
        return new Importing(desk, ids(), parser());
    }

    /// Reads the lines that the store keeps.
    private static FindingParser parser() {
        return ResultReader::finding;
    }

    CaseImport imports() {
        return new CaseImport(importing(), context.environment().temporary());
    }

    Telling telling(ZoneId zone) {
        return new Telling(desk, ids(), new CaseWords(zone));
    }

    Announcing announcing(ZoneId zone) {
        return new Announcing(desk, ids(), new CaseWords(zone));
    }

    Responding responding(ZoneId zone) {
        return new Responding(desk, telling(zone), parser());
    }

    Batching batching(ZoneId zone) {
        return new Batching(desk, ids(), telling(zone), parser());
    }

    CaseFiling filing() {
        return new CaseFiling(desk, store.attachments()::keep);
    }

    TipIntake intake() {
        return new TipIntake(desk, ids());
    }

    Notifying notifying(ZoneId zone) {
        return new Notifying(desk, ids(), new CaseWords(zone));
    }

    @Override
    public void close() {
        store.close();
    }
}
