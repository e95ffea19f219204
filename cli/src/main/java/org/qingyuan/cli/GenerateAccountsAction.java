package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.accounts.generate.BankRequest;
import org.qingyuan.run.BankMaking;
import org.qingyuan.run.FileFaults;
import org.qingyuan.run.PrivateFolder;

/// Carries out `generate accounts`.
final class GenerateAccountsAction {
    private GenerateAccountsAction() {}

    static int run(Context context) throws IOException {
        Arguments arguments = context.arguments();
        Path folder =
                arguments.requiredPath(Flag.WRITE_FOLDER, context.environment().folder());
        String asOf = Objects.requireNonNull(arguments.text(Flag.AS_OF_BANK));
        BankRequest request = new BankRequest(
                arguments.number(Flag.CUSTOMERS, 2000, 1, BankRequest.MAX_CUSTOMERS),
                arguments.number(Flag.SEED, 1, 0, Long.MAX_VALUE),
                arguments.value(Flag.AS_OF_BANK, asOf, "date", LocalDate::parse),
                !arguments.has(Flag.NO_TRANSACTIONS));
        BankMaking making = making(arguments);
        long made;
        try (PrivateFolder temporary =
                PrivateFolder.create(context.environment().temporary())) {
            made = making.write(
                    request, folder, temporary.path(), context.environment().processors());
        } catch (IOException e) {
            throw FileFaults.writing(folder, e);
        }
        context.console()
                .note(context.messages()
                        .text("cli.generated-bank", Map.of("folder", folder.toString(), "customers", made)));
        return Runner.DONE;
    }

    private static BankMaking making(Arguments arguments) {
        String encoding = Objects.requireNonNull(arguments.text(Flag.ENCODING));
        String separator = Objects.requireNonNull(arguments.text(Flag.SEPARATOR));
        String format = Objects.requireNonNull(arguments.text(Flag.BANK_FORMAT));
        if (!format.equals("csv") && !format.equals("parquet")) {
            throw arguments.unusable(Flag.BANK_FORMAT, format, "bank-format");
        }
        return arguments.value(
                Flag.ENCODING, encoding, "encoding", text -> BankMaking.of(text, separator, format.equals("parquet")));
    }
}
