package org.qingyuan.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.output.Language;
import org.qingyuan.output.Masking;
import org.qingyuan.output.Messages;
import org.qingyuan.output.ResultListener;
import org.qingyuan.output.Workbook;
import org.qingyuan.registry.Regions;
import org.qingyuan.report.accounts.AccountCount;
import org.qingyuan.report.accounts.AccountModel;
import org.qingyuan.report.page.AccountLists;
import org.qingyuan.report.page.AccountPage;
import org.qingyuan.report.page.Wording;
import org.qingyuan.table.CsvWriter;

/// The report on a bank's sleeping and abnormal accounts: by rule, legal entity and branch, with sums of balances and
/// the list. Computed from results alone: the same results and language give the same bytes.
public final class AccountReport {
    private final List<ResultFile> sources;
    private final AccountModel model;
    private final Wording wording;

    /// Reads the results.
    ///
    /// @param zone in which instants would be shown; accounts have dates only
    /// @throws IOException when a source cannot be read
    public AccountReport(List<ResultFile> sources, Language language, ZoneId zone) throws IOException {
        this.sources = sources;
        this.model = AccountCount.model(sources);
        this.wording = new Wording(Messages.load(language, zone), Regions.builtIn());
    }

    /// One HTML file without scripts or outside resources; the writer stays open. It says that it is UTF-8.
    public void writeHtml(Writer out) throws IOException {
        Circular.write(AccountPage.of(model, wording), out);
    }

    /// The counts by rule, legal entity and branch as comma-separated values.
    public void writeCsv(Writer out) throws IOException {
        CsvWriter csv = new CsvWriter(out, true);
        AccountLists lists = new AccountLists(wording);
        csv.row(lists.placeTitles());
        for (List<Object> row : lists.places(model)) {
            csv.row(row.stream().map(Object::toString).toList());
        }
    }

    /// A workbook: the counts, then a sheet of findings for each rule; closes the stream.
    public void writeXlsx(OutputStream out) throws IOException {
        AccountLists lists = new AccountLists(wording);
        try (Workbook workbook = new Workbook(out)) {
            workbook.sheet(wording.say("report.accounts.sheet"), lists.placeTitles());
            for (List<Object> row : lists.places(model)) {
                workbook.row(row);
            }
            SheetListener sheets = new SheetListener(workbook, lists);
            for (ResultFile source : sources) {
                source.read(sheets);
                if (sheets.fault != null) {
                    throw sheets.fault;
                }
            }
        }
    }

    /// Writes findings as they are read; results have them rule by rule.
    private final class SheetListener implements ResultListener {
        private final Workbook workbook;
        private final AccountLists lists;
        private final List<String> begun = new ArrayList<>();
        private String rule = "";
        private @org.jspecify.annotations.Nullable IOException fault;

        SheetListener(Workbook workbook, AccountLists lists) {
            this.workbook = workbook;
            this.lists = lists;
        }

        @Override
        public void finding(Finding finding) {
            if (fault != null || !finding.rule().startsWith("accounts.")) {
                return;
            }
            try {
                if (!finding.rule().equals(rule)) {
                    begin(finding.rule());
                }
                for (List<Object> row : lists.rows(Masking.forData(false).mask(finding))) {
                    workbook.row(row);
                }
            } catch (IOException e) {
                fault = e;
            }
        }

        private void begin(String next) {
            rule = next;
            String name = wording.word("rule", rule);
            begun.add(name);
            long times = begun.stream().filter(name::equals).count();
            workbook.sheet(times == 1 ? name : name + " " + times, lists.listTitles());
        }

        @Override
        public void rejected(Reject reject) {}
    }
}
