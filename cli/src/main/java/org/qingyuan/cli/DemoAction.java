package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.output.Format;
import org.qingyuan.output.FormatOptions;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.output.ResultWriter;
import org.qingyuan.output.RunNotes;
import org.qingyuan.run.AccountOutcome;
import org.qingyuan.run.Demo;
import org.qingyuan.run.DemoBank;
import org.qingyuan.run.DemoCases;
import org.qingyuan.run.FileFaults;
import org.qingyuan.run.PrivateFolder;
import org.qingyuan.run.ScanOutcome;
import org.qingyuan.store.SqlCaseStore;
import org.qingyuan.store.StoreAddress;
import org.qingyuan.store.StoreOptions;
import org.qingyuan.store.Stores;

/// Carries out `demo`.
final class DemoAction {
    private static final String CASES = "cases";

    private DemoAction() {}

    static int run(Context context) throws IOException {
        Environment environment = context.environment();
        String typed = Objects.requireNonNull(context.arguments().text(Flag.WRITE_DEMO));
        Path folder = environment.folder().resolve(typed);
        context.console().note(context.messages().text("cli.demo.making", Map.of("folder", typed)));
        try (PrivateFolder temporary = PrivateFolder.create(environment.temporary())) {
            mining(context, typed, folder, temporary.path());
            accounts(context, typed, folder, temporary.path());
            cases(context, typed, folder, temporary.path());
        } catch (Console.ClosedPipe e) {
            throw e;
        } catch (IOException e) {
            throw FileFaults.writing(folder, e);
        }
        return Runner.DONE;
    }

    private static void mining(Context context, String typed, Path folder, Path temporary) throws IOException {
        Environment environment = context.environment();
        FormatOptions options = ScanOutput.options(context, environment.outIsTerminal());
        ProgressLine progress = new ProgressLine(context);
        ResultWriter table = Format.TABLE.open(context.console().out(), options);
        ScanOutcome outcome = new Demo(folder, context.arguments().zone())
                .run(options, table, environment.processors(), temporary, progress);
        progress.erase();
        table.close();
        context.console().flush();
        RunNotes.lines(outcome.run(), context.messages()).forEach(context.console()::note);
        context.console().note(progress.taken());
        tellNext(context, typed, outcome);
    }

    private static void accounts(Context context, String typed, Path folder, Path temporary) throws IOException {
        Environment environment = context.environment();
        context.console().note("");
        context.console().note(context.messages().text("cli.demo.bank", Map.of("folder", typed)));
        FormatOptions options = ScanOutput.options(context, environment.outIsTerminal());
        StepLine progress = new StepLine(context);
        AccountOutcome outcome = new DemoBank(folder, context.arguments().zone())
                .run(options, environment.processors(), temporary, progress);
        progress.erase();
        RunNotes.lines(outcome.run(), context.messages()).forEach(context.console()::note);
        context.console().note(progress.taken());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("zh", typed + "/" + DemoBank.report(Language.ZH));
        values.put("en", typed + "/" + DemoBank.report(Language.EN));
        values.put("findings", typed + "/" + DemoBank.FINDINGS);
        values.put("name", environment.name());
        context.console().note(context.messages().text("cli.demo.bank-written", values));
        String firstId = outcome.firstId();
        if (firstId != null) {
            values.put("id", firstId.substring(0, 8));
            context.console().note(context.messages().text("cli.demo.bank-next", values));
        }
    }

    private static void cases(Context context, String typed, Path folder, Path temporary) throws IOException {
        Environment environment = context.environment();
        Messages messages = context.messages();
        context.console().note("");
        context.console().note(messages.text("cli.demo.cases", Map.of("folder", typed)));
        Path data = folder.resolve(CASES);
        removeEarlier(data);
        removeLetters(folder.resolve(DemoCases.LETTERS));
        StoreAddress address = new StoreAddress.Folder(data);
        StoreOptions options = StoreOptions.of(environment.random().get());
        try (SqlCaseStore store = Stores.create(address, options, false)) {
            DemoCases demo = new DemoCases(
                    folder,
                    context.arguments().zone(),
                    store,
                    environment.random().get(),
                    temporary);
            tell(context, demo.mining());
            tell(context, demo.accounts(environment.processors(), new StepLine(context)));
            demo.reports(store.verifyLog(step -> {}));
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("folder", typed);
        values.put("data", typed + "/" + CASES);
        values.put("name", environment.name());
        context.console().note(messages.text("cli.demo.cases-written", values));
        context.console().note(messages.text("cli.demo.cases-next", values));
    }

    private static void tell(Context context, List<DemoCases.Happening> happened) {
        for (DemoCases.Happening each : happened) {
            context.console().note("  " + context.messages().text("cli.demo.case." + each.key(), each.values()));
        }
    }

    /// The store of an earlier demo: what this program made there, and nothing else.
    private static void removeEarlier(Path data) throws IOException {
        Path attachments = data.resolve("attachments");
        if (!Files.exists(data.resolve("cases.db"))) {
            return;
        }
        for (String name : List.of("cases.db", "cases.db-wal", "cases.db-shm", "key")) {
            Files.deleteIfExists(data.resolve(name));
        }
        Files.deleteIfExists(attachments);
        Files.deleteIfExists(data);
        Files.deleteIfExists(data.resolveSibling(data.getFileName() + ".key"));
    }

    private static void removeLetters(Path letters) throws IOException {
        if (Files.isDirectory(letters)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(letters, "*-*.html")) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void tellNext(Context context, String folder, ScanOutcome outcome) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("zh", folder + "/" + Demo.circular(Language.ZH));
        values.put("en", folder + "/" + Demo.circular(Language.EN));
        values.put("findings", folder + "/" + Demo.FINDINGS);
        values.put("name", context.environment().name());
        context.console().note(context.messages().text("cli.demo.written", values));
        String firstId = outcome.firstId();
        if (firstId != null) {
            values.put("id", firstId.substring(0, 8));
            context.console().note(context.messages().text("cli.demo.next", values));
        }
    }
}
