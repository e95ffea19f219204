package org.qingyuan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.access.Way;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.campaign.Importing;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.output.ResultReader;
import org.qingyuan.policy.Policies;
import org.qingyuan.run.CaseImport;
import org.qingyuan.run.CasePolicies;
import org.qingyuan.store.SqlCaseStore;
import org.qingyuan.store.StoreAddress;
import org.qingyuan.store.StoreOptions;
import org.qingyuan.store.Stores;

/// How fast a store takes a file of findings, answers, and does what is due, each beside the sum that shows that it was
/// done. `make FILE FINDINGS CASES`, or `import ADDRESS FILE`, `ask ADDRESS`, `tick ADDRESS`, each followed by the
/// files
/// of key and password where they are needed.
final class StoreSpeed {
    static final String CAMPAIGN = "bench";
    private static final String POLICY = "cn-mining-2021";
    static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    static final Actor ANALYST = new Actor(Role.ANALYST, "wang", Scope.EVERYTHING, new Way(Way.Kind.USER, "wang"));

    private StoreSpeed() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("make")) {
            FindingsFile.make(Path.of(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), 1);
            return;
        }
        int given = arguments[0].equals("import") ? 3 : 2;
        StoreOptions options = StoreOptions.of(new SecureRandom());
        if (arguments.length > given) {
            options = options.withKeyFile(Path.of(arguments[given]));
        }
        if (arguments.length > given + 1) {
            options = options.withPasswordFile(Path.of(arguments[given + 1]));
        }
        StoreAddress address = StoreAddress.parse(arguments[1], Path.of("").toAbsolutePath());
        switch (arguments[0]) {
            case "import" -> bring(address, options, Path.of(arguments[2]));
            case "ask" -> {
                try (SqlCaseStore store = Stores.open(address, options)) {
                    new StoreAnswers(store).ask();
                }
            }
            case "tick" -> {
                try (SqlCaseStore store = Stores.open(address, options)) {
                    StoreTick.tick(store, desk(store));
                }
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    static void say(String form, Object... values) {
        System.out.println(String.format(Locale.ROOT, form, values));
    }

    /// Of this process alone, not of a server.
    static double processorSeconds() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    private static CaseDesk desk(SqlCaseStore store) {
        return new CaseDesk(store, new CasePolicies(Policies.builtIn()));
    }

    private static Campaign campaign() {
        String policy = new CasePolicies(Policies.builtIn())
                .find(POLICY, NOW.atZone(ZoneOffset.UTC).toLocalDate())
                .reference();
        Campaign.Office office = new Campaign.Office("", "", "", "", "");
        return new Campaign(CAMPAIGN, Kind.MINING, policy, ZoneOffset.UTC, office, NOW, ANALYST);
    }

    private static void bring(StoreAddress address, StoreOptions options, Path file) throws IOException {
        try (SqlCaseStore store = Stores.create(address, options, false)) {
            store.write(writer -> {
                writer.add(campaign());
                return true;
            });
            Importing importing = new Importing(desk(store), new IdSource(new SecureRandom()), ResultReader::finding);
            CaseImport imports = new CaseImport(importing, Path.of(System.getProperty("java.io.tmpdir")));
            CaseImport.Request request = new CaseImport.Request(CAMPAIGN, file, false);
            double before = processorSeconds();
            long start = System.nanoTime();
            ImportRun run = imports.run(request, new Importing.Act(ANALYST, NOW));
            double seconds = (System.nanoTime() - start) / 1e9;
            double processor = processorSeconds() - before;
            ImportRun.Counts counts = run.counts();
            say(
                    "import: %d findings, %d cases, %.1f s, %.0f findings/s, %.1f s of processor, %.0f findings a second of it",
                    counts.read(),
                    counts.opened(),
                    seconds,
                    counts.read() / seconds,
                    processor,
                    counts.read() / processor);
            say(
                    "sums: rejected %d, known %d, revised %d, cases by state %s, log of %d steps proved",
                    counts.rejected(),
                    counts.known(),
                    counts.revised(),
                    store.read(reader -> reader.counts(CAMPAIGN)),
                    store.verifyLog(step -> {}).number());
            if (address instanceof StoreAddress.Folder folder) {
                long bytes = Files.size(folder.path().resolve("cases.db"));
                say("size: %d MB, %d bytes a finding", bytes >> 20, bytes / counts.read());
            }
        }
    }
}
