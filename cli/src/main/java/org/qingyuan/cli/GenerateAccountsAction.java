package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.accounts.generate.BankRequest;
import org.qingyuan.accounts.generate.Layout;
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
        String format = Objects.requireNonNull(arguments.text(Flag.BANK_FORMAT));
        Layout layout = layout(arguments);
        boolean isParquet = format.equals("parquet");
        if (!isParquet && !format.equals("csv") || isParquet && !layout.isCanonical()) {
            throw arguments.unusable(Flag.BANK_FORMAT, format, "bank-format");
        }
        BankRequest request = new BankRequest(
                arguments.number(Flag.CUSTOMERS, 2000, 1, BankRequest.MAX_CUSTOMERS),
                arguments.number(Flag.SEED, 1, 0, Long.MAX_VALUE),
                arguments.value(Flag.AS_OF_BANK, asOf, "date", LocalDate::parse),
                !arguments.has(Flag.NO_TRANSACTIONS),
                layout);
        long made;
        try (PrivateFolder temporary =
                PrivateFolder.create(context.environment().temporary())) {
            made = isParquet
                    ? BankMaking.parquet(
                            request,
                            folder,
                            temporary.path(),
                            context.environment().processors())
                    : BankMaking.delimited(request, folder);
        } catch (IOException e) {
            throw FileFaults.writing(folder, e);
        }
        context.console()
                .note(context.messages()
                        .text("cli.generated-bank", Map.of("folder", folder.toString(), "customers", made)));
        return Runner.DONE;
    }

    private static Layout layout(Arguments arguments) {
        String encoding = Objects.requireNonNull(arguments.text(Flag.ENCODING));
        String separator = Objects.requireNonNull(arguments.text(Flag.SEPARATOR));
        return arguments.value(Flag.ENCODING, encoding, "encoding", text -> BankMaking.layout(text, separator));
    }
}
