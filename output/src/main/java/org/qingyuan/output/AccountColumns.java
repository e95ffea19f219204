package org.qingyuan.output;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.output.Column.Align;

/// The columns of findings in a bank's extract, beside the kernel's.
final class AccountColumns {
    private AccountColumns() {}

    static List<Column<Finding>> all() {
        return List.of(
                Column.<Finding>of("legalEntity").at(4, Align.LEFT, 0, Cells::text),
                Column.of("reason"),
                Column.<Finding>of("customerIds").at(5, Align.LEFT, 0, (v, f, m) -> first(v)),
                Column.<Finding>of("accounts").at(6, Align.LEFT, 0, (v, f, m) -> accounts(v)),
                figure("balance").at(7, Align.RIGHT, 0, (v, f, m) -> balance(f, m)),
                figure("basis"),
                figure("lastMovedOn"),
                figure("I"),
                figure("II"),
                figure("III"),
                figure("over"),
                figure("foreign"),
                figure("openedOn"),
                figure("field"),
                figure("expiredDays"),
                figure("movedOn"),
                figure("quietSince"),
                figure("amount"),
                figure("reasons").at(8, Align.LEFT, 20, (v, f, m) -> m.text(f.summary())),
                Column.of("policy.name"),
                Column.of("policy.version"),
                Column.<Finding>of("proposed").at(9, Align.LEFT, 0, Cells.word("proposed")));
    }

    /// A column of the kernel where it stands in a table of accounts: rule and level first, the days not at all.
    static Column<Finding> placed(Column<Finding> column) {
        return switch (column.name()) {
            case "rule" -> column.at(3, Align.LEFT, 0, (v, f, m) -> m.word("rule", f.rule()));
            case "start" -> Column.of("start");
            default -> column;
        };
    }

    private static Column<Finding> figure(String name) {
        return Column.of("figures." + name);
    }

    private static String first(@Nullable Object ids) {
        return ids instanceof List<?> list && !list.isEmpty()
                ? list.getFirst() + (list.size() > 1 ? " +" + (list.size() - 1) : "")
                : Column.NOTHING;
    }

    /// The last four of the first account, and how many more there are.
    private static String accounts(@Nullable Object accounts) {
        if (!(accounts instanceof List<?> list) || list.isEmpty() || !(list.getFirst() instanceof Map<?, ?> account)) {
            return Column.NOTHING;
        }
        String id = Objects.toString(account.get("accountId"), "");
        return id + (list.size() > 1 ? " +" + (list.size() - 1) : "");
    }

    /// The sum that was compared, else of all accounts listed.
    private static String balance(Finding finding, Messages messages) {
        if (finding.fields().get("figures") instanceof Map<?, ?> figures
                && figures.get("balance") instanceof Number balance) {
            return messages.humans().value("balance", balance);
        }
        BigDecimal sum = AccountSums.balance(finding);
        return sum == null ? Column.NOTHING : messages.humans().value("balance", sum);
    }
}
