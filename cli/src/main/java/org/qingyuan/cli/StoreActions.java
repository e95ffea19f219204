package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.store.SqlCaseStore;
import org.qingyuan.store.StoreCheck;
import org.qingyuan.store.Stores;

/// Carries out `case verify-log` and the commands of the store.
final class StoreActions {
    private StoreActions() {}

    /// Needs no key: the chain is over the bytes that are kept.
    static int verifyLog(Context context) throws IOException {
        CaseStore.LogHead head = Stores.proveLog(CaseWork.address(context), CaseWork.options(context));
        context.console()
                .print(context.messages().text("cli.store.log", Map.of("count", head.number(), "hash", head.hash())));
        return Runner.DONE;
    }

    static int backup(Context context) {
        Path folder = operand(context);
        try (SqlCaseStore store = Stores.open(CaseWork.address(context), CaseWork.options(context))) {
            store.backup(folder);
        }
        context.console().note(context.messages().text("cli.store.backup", Map.of("folder", folder.toString())));
        return Runner.DONE;
    }

    private static Path operand(Context context) {
        return context.environment()
                .folder()
                .resolve(context.arguments().operands().getFirst());
    }

    static int restore(Context context) {
        Stores.restore(operand(context), CaseWork.address(context), CaseWork.options(context));
        context.console()
                .note(context.messages()
                        .text(
                                "cli.store.restored",
                                Map.of("folder", CaseWork.address(context).text())));
        return Runner.DONE;
    }

    static int check(Context context) throws IOException {
        try (SqlCaseStore store = Stores.open(CaseWork.address(context), CaseWork.options(context))) {
            StoreCheck.Result result = store.check();
            for (StoreCheck.Problem problem : result.problems()) {
                context.console()
                        .print(context.messages().text(problem.flaw().messageKey(), Map.of("what", problem.what())));
            }
            context.console()
                    .print(context.messages().text(result.isSound() ? "cli.store.sound" : "cli.store.unsound"));
            return result.isSound() ? Runner.DONE : ErrorCode.STORE_CORRUPT.exitCode();
        }
    }
}
