package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.casework.campaign.TipIntake;
import org.qingyuan.registry.Registry;
import org.qingyuan.run.FileFaults;
import org.qingyuan.run.StockImport;
import org.qingyuan.run.StockMaking;

/// Lists of other offices: `case import --stock`, and `generate stock-list`.
final class StockActions {
    private StockActions() {}

    static void bring(Context context, CaseWork work, String campaign) throws IOException {
        Path file = context.arguments()
                .requiredPath(Flag.STOCK, context.environment().folder());
        ZoneId zone = work.store().read(reader -> work.desk().zone(reader, campaign));
        Registry registry = CaseRegistry.load(context, Flag.REGISTRY, zone);
        String site = Objects.requireNonNullElse(context.arguments().text(Flag.STOCK_SITE), "");
        StockImport.Result result = new StockImport(
                        work.desk(), work.intake(), work.store().attachments()::keep)
                .run(
                        new StockImport.Request(campaign, file, site, registry),
                        new TipIntake.Taker(work.actor(), work.now()));
        for (String column : result.unknownColumns()) {
            context.console()
                    .note(context.messages()
                            .text("registry.unknown-column", Map.of("column", file.getFileName() + ": " + column)));
        }
        context.console()
                .print(context.messages()
                        .text(
                                "cli.case.stock",
                                Map.ofEntries(
                                        Map.entry("file", file.toString()),
                                        Map.entry("rows", result.rows()),
                                        Map.entry("addresses", result.addresses()),
                                        Map.entry("organisations", result.organisations()),
                                        Map.entry("unregistered", result.unregistered()),
                                        Map.entry("opened", result.count(TipIntake.Fate.OPENED)),
                                        Map.entry("joined", result.count(TipIntake.Fate.JOINED)),
                                        Map.entry("resting", result.count(TipIntake.Fate.RESTING)),
                                        Map.entry("known", result.count(TipIntake.Fate.KNOWN)),
                                        Map.entry("refused", result.refused()))));
    }

    static int generate(Context context) {
        Path folder = context.arguments()
                .requiredPath(Flag.WRITE_FOLDER, context.environment().folder());
        long seed = context.arguments().number(Flag.SEED, 1, 0, Long.MAX_VALUE);
        StockMaking.Shape shape = StockMaking.Shape.OF_2021;
        try {
            StockMaking.write(shape, seed, folder);
        } catch (IOException e) {
            throw FileFaults.writing(folder, e);
        }
        context.console()
                .note(context.messages()
                        .text(
                                "cli.generated-stock",
                                Map.of(
                                        "folder", folder.toString(),
                                        "addresses", (long) shape.addresses(),
                                        "confirmed", (long) shape.confirmed(),
                                        "units", (long) shape.units())));
        return Runner.DONE;
    }
}
