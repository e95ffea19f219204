package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.registry.Prefix;
import org.qingyuan.registry.Registry;
import org.qingyuan.report.blocklist.BlockList;
import org.qingyuan.report.blocklist.BlockListFormat;
import org.qingyuan.run.BlockListRun;
import org.qingyuan.store.Stores;

/// Carries out `campaign block-list`.
final class BlockListAction {
    private static final int MAX_DAYS = 366;

    private BlockListAction() {}

    static int run(Context context) throws IOException {
        Arguments arguments = context.arguments();
        Path folder = context.environment().folder();
        String campaign = arguments.operands().getFirst();
        Path file = arguments.requiredPath(Flag.WRITE_BLOCK_LIST, folder);
        String word = "" + arguments.text(Flag.BLOCK_FORMAT);
        BlockListFormat format =
                BlockListFormat.of(word).orElseThrow(() -> arguments.unusable(Flag.BLOCK_FORMAT, word, "block-format"));
        int days = (int) arguments.number(Flag.BLOCK_DAYS, 0, 1, MAX_DAYS);
        Path shared = arguments.path(Flag.SHARED_HOSTING, folder);
        List<Prefix> sharedHosting = shared == null ? List.of() : BlockListRun.sharedHosting(shared);
        CaseStore.LogHead head = Stores.proveLog(CaseWork.address(context), CaseWork.options(context));
        try (CaseWork work = CaseWork.open(context)) {
            ZoneId zone = work.store().read(reader -> work.desk().zone(reader, campaign));
            Registry own =
                    arguments.has(Flag.OWN_REGISTRY) ? CaseRegistry.load(context, Flag.OWN_REGISTRY, zone) : null;
            BlockListRun run = new BlockListRun(
                    work.desk(), work.reader(), new BlockListRun.Wanted(campaign, days, sharedHosting, own));
            tell(context, run.write(head, work.now(), format, file), file);
        }
        return Runner.DONE;
    }

    private static void tell(Context context, BlockList list, Path file) {
        BlockList.Counts counts = list.counts();
        context.console()
                .note(context.messages()
                        .text(
                                "cli.block-list.written",
                                Map.of(
                                        "file", file.toString(),
                                        "listed", (long) list.entries().size(),
                                        "pools", counts.pools(),
                                        "cases", counts.cases(),
                                        "lapsed", counts.lapsed(),
                                        "shared", counts.sharedHosting(),
                                        "own", counts.own(),
                                        "reserved", counts.reserved())));
        if (!list.origin().isOwnKnown()) {
            context.console().note(context.messages().text("cli.block-list.own-unknown"));
        }
    }
}
