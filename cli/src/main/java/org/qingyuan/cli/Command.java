package org.qingyuan.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Every command, once: what it takes and who carries it out. Texts stand in the message files under `cli.command.` and
/// its words: `.title`, `.about`, and one `.example.N` for each example, counted from 1.
enum Command {
    DEMO(Operand.NONE, DemoAction::run, List.of(Flag.WRITE_DEMO), "demo"),
    MINING_SCAN(
            new Operand("FILE|DIR|-", 1, Operand.ANY),
            ScanAction::run,
            List.of(
                    Flag.FROM,
                    Flag.TO,
                    Flag.NET,
                    Flag.CONTINUOUS,
                    Flag.SESSION_IDLE,
                    Flag.MIN_OBSERVED,
                    Flag.MAX_FLOWS,
                    Flag.REGISTRY,
                    Flag.POOLS,
                    Flag.SITE,
                    Flag.ZONE,
                    Flag.FORMAT,
                    Flag.WRITE,
                    Flag.REPORT,
                    Flag.RUN,
                    Flag.REJECTS,
                    Flag.REVEAL,
                    Flag.FAIL_ON,
                    Flag.THREADS),
            "mining scan capture.pcap",
            "mining scan captures/ --registry registry/ -w findings.jsonl --report circular.html",
            "mining scan - <live.pcap",
            "mining scan captures/ --net 10.20.0.0/16 --from 2026-11-20 --format csv-excel -w findings.csv"),
    MINING_REPORT(
            new Operand("FILE.jsonl", 1, Operand.ANY),
            ReportAction::run,
            List.of(Flag.WRITE_CIRCULAR, Flag.ZONE),
            "mining report findings.jsonl -w circular.html",
            "mining report north.jsonl south.jsonl --lang en -w circular.html"),
    MINING_EXPLAIN(
            new Operand("ID", 1, 1),
            ExplainAction::run,
            List.of(Flag.IN, Flag.ZONE),
            "mining explain 83dcd9a9 --in findings.jsonl"),
    MINING_EXTRACT(
            new Operand("ID", 1, 1),
            ExtractAction::run,
            List.of(Flag.IN, Flag.CAPTURES, Flag.WRITE_PACKETS),
            "mining extract 83dcd9a9 --in findings.jsonl --captures captures/ -w evidence.pcap"),
    MINING_DIALECTS(Operand.NONE, ListActions::dialects, List.of(), "mining dialects"),
    MINING_POOLS(
            Operand.NONE,
            ListActions::pools,
            List.of(Flag.POOLS, Flag.LIST_FORMAT),
            "mining pools",
            "mining pools --format csv >my-pools.csv"),
    ACCOUNTS_SCREEN(
            new Operand("DIR", 1, 1),
            AccountsAction::run,
            List.of(
                    Flag.AS_OF,
                    Flag.POLICY,
                    Flag.SET,
                    Flag.MAPPING,
                    Flag.OUTCOMES,
                    Flag.MAX_REJECTS,
                    Flag.ACCEPT_UNATTRIBUTABLE,
                    Flag.SITE,
                    Flag.FORMAT,
                    Flag.WRITE,
                    Flag.REPORT_ACCOUNTS,
                    Flag.RUN,
                    Flag.REJECTS,
                    Flag.REVEAL,
                    Flag.FAIL_ON,
                    Flag.THREADS),
            "accounts screen bank/ --as-of 2026-06-30",
            "accounts screen bank/ --as-of 2026-06-30 --policy cn-rural-2021 -w findings.jsonl --report accounts.html",
            "accounts screen bank/ --as-of 2026-06-30 --set long-inactive.period=P2Y --outcomes all -w trial.jsonl",
            "accounts screen bank/ --as-of 2026-06-30 --mapping mapping.yaml --format xlsx -w findings.xlsx"),
    ACCOUNTS_REPORT(
            new Operand("FILE.jsonl", 1, Operand.ANY),
            AccountReportAction::run,
            List.of(Flag.WRITE_REPORT),
            "accounts report findings.jsonl -w accounts.html",
            "accounts report findings.jsonl -w list.xlsx"),
    ACCOUNTS_EXPLAIN(
            new Operand("ID", 1, 1),
            ExplainAction::run,
            List.of(Flag.IN),
            "accounts explain 83dcd9a9 --in findings.jsonl"),
    ACCOUNTS_DIFF(
            new Operand("OLD.jsonl NEW.jsonl", 2, 2),
            AccountDiffAction::run,
            List.of(Flag.DIFF_FORMAT),
            "accounts diff june.jsonl july.jsonl"),
    ACCOUNTS_RULES(Operand.NONE, AccountListActions::rules, List.of(), "accounts rules"),
    ACCOUNTS_POLICIES(
            new Operand("NAME", 0, 1),
            AccountListActions::policies,
            List.of(),
            "accounts policies",
            "accounts policies cn-rural-2021"),
    CAMPAIGN_CREATE(
            new Operand("NAME", 1, 1),
            CampaignActions::create,
            List.of(
                    Flag.CASE_POLICY,
                    Flag.ZONE,
                    Flag.OFFICE,
                    Flag.SINGLE_USER,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "campaign create autumn --policy cn-mining-2021 --as maker:li --office name=网络中心 --office phone=0510-0000000 --office address=1号楼 --office hours=9:00-17:00",
            "campaign create sleepers --policy cn-rural-2021 --as maker:li --data sleepers/ --office name=营业部 --office phone=0510-0000000 --office address=1号楼 --office hours=9:00-17:00"),
    CAMPAIGN_LIST(
            Operand.NONE,
            CampaignActions::list,
            List.of(Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "campaign list"),
    CAMPAIGN_SHOW(
            new Operand("NAME", 1, 1),
            CampaignActions::show,
            List.of(Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "campaign show autumn"),
    CAMPAIGN_ANNOUNCE(
            new Operand("NAME", 1, 1),
            CampaignActions::announce,
            List.of(Flag.DAYS, Flag.POSTED, Flag.WRITE_LETTERS, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "campaign announce sleepers --days 30 --as maker:li -w letters/",
            "campaign announce sleepers --posted 5e6f708192a3b4c5 --as analyst:zhao"),
    CAMPAIGN_REPORT(
            new Operand("NAME", 1, 1),
            CampaignActions::report,
            List.of(Flag.WRITE_CAMPAIGN, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "campaign report autumn -w autumn.html"),
    CAMPAIGN_BLOCK_LIST(
            new Operand("NAME", 1, 1),
            BlockListAction::run,
            List.of(
                    Flag.BLOCK_FORMAT,
                    Flag.BLOCK_DAYS,
                    Flag.SHARED_HOSTING,
                    Flag.OWN_REGISTRY,
                    Flag.WRITE_BLOCK_LIST,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "campaign block-list autumn --registry registry/ -w pools.txt",
            "campaign block-list autumn --format nftables --days 14 --shared-hosting shared.csv --registry registry/ -w pools.nft"),
    CASE_IMPORT(
            new Operand("FILE.jsonl", 0, Operand.ANY),
            CaseActions::bring,
            List.of(
                    Flag.CAMPAIGN,
                    Flag.STOCK,
                    Flag.REGISTRY,
                    Flag.STOCK_SITE,
                    Flag.CONTACTS,
                    Flag.INCOMPLETE,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "case import findings.jsonl --campaign autumn --as analyst:zhao",
            "case import accounts.jsonl --campaign sleepers --contacts contacts.csv --as analyst:zhao",
            "case import --stock stock.csv --registry registry/ --campaign autumn --as analyst:zhao"),
    CASE_OPEN(
            Operand.NONE,
            CaseFileActions::open,
            List.of(Flag.TIP, Flag.CAMPAIGN, Flag.ATTACH, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case open --tip tip.csv --campaign autumn --attach photo.jpg --as analyst:zhao"),
    CASE_LIST(
            Operand.NONE,
            CaseActions::list,
            List.of(Flag.CAMPAIGN, Flag.STATE, Flag.CASE_FORMAT, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case list --campaign autumn",
            "case list --state overdue --format jsonl"),
    CASE_SHOW(
            new Operand("ID", 1, 1),
            CaseActions::show,
            List.of(Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case show 1a2b3c4d"),
    CASE_FILE(
            new Operand("ID", 1, 1),
            CaseFileActions::file,
            List.of(Flag.FORM, Flag.ATTACH, Flag.REASON, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case file 1a2b3c4d --form form.csv --attach rack.jpg --attach traffic.pcap --as analyst:zhao",
            "case file 1a2b3c4d --attach answer.pdf --reason 'our own report' --as organisation:liu@u-ninglan-cs"),
    CASE_ATTACHMENT(
            new Operand("ID DIGEST", 2, 2),
            CaseFileActions::attachment,
            List.of(Flag.WRITE_ATTACHMENT, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case attachment 1a2b3c4d 9b74c9897bac -w rack.jpg --as analyst:zhao"),
    CASE_ASSIGN(
            new Operand("ID", 1, 1),
            CaseActions::assign,
            List.of(Flag.TO_NAME, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case assign 1a2b3c4d --to wang --as analyst:zhao"),
    CASE_CHECK(
            new Operand("ID", 1, Operand.ANY),
            CaseActions::check,
            List.of(Flag.CONFIRM, Flag.DISMISS, Flag.REASON, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case check 1a2b3c4d --as analyst:zhao",
            "case check 1a2b3c4d --confirm --reason 'the process was found on the host' --as analyst:zhao",
            "case check 1a2b3c4d --dismiss --reason 'a test by the network centre' --as analyst:zhao"),
    CASE_INTERIM(
            new Operand("ID", 1, 1),
            CaseActions::interim,
            List.of(
                    Flag.PROPOSE,
                    Flag.APPROVE,
                    Flag.REJECT,
                    Flag.LIFT,
                    Flag.SEEN_VERSION,
                    Flag.REASON,
                    Flag.WRITE_LETTERS,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "case interim 1a2b3c4d --propose isolate --reason 'it spreads' --as maker:li",
            "case interim 1a2b3c4d --approve --version 4 --as checker:wang"),
    CASE_NOTIFY(
            new Operand("ID", 0, Operand.ANY),
            CaseActions::tell,
            List.of(
                    Flag.CAMPAIGN,
                    Flag.DAYS,
                    Flag.WRITE_LETTERS,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "case notify 1a2b3c4d --days 15 --as maker:li -w letters/",
            "case notify --campaign sleepers --as maker:li -w letters/"),
    CASE_DELIVER(
            new Operand("NOTICE", 1, Operand.ANY),
            CaseActions::deliver,
            List.of(Flag.FAILED, Flag.WRITE_LETTERS, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case deliver 5e6f708192a3b4c5 --as analyst:zhao",
            "case deliver 5e6f708192a3b4c5 --failed --as analyst:zhao -w letters/"),
    CASE_RESPOND(
            new Operand("ID", 1, 1),
            CaseActions::respond,
            List.of(
                    Flag.REQUEST,
                    Flag.ACCOUNT,
                    Flag.TARGET,
                    Flag.ATTEST,
                    Flag.REASON,
                    Flag.WRITE_LETTERS,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "case respond 1a2b3c4d --reason 'the host was reinstalled' --as organisation:liu@u-ninglan-cs",
            "case respond 1a2b3c4d --request close --account 6217000000000000046 --attest identity-shown --attest nothing-attached --attest balance-paid --as analyst:zhao"),
    CASE_GRANT(
            new Operand("ID", 1, 1),
            CaseActions::grant,
            List.of(
                    Flag.ACCOUNT,
                    Flag.TARGET,
                    Flag.ATTEST,
                    Flag.REASON,
                    Flag.WRITE_LETTERS,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "case grant 1a2b3c4d --attest reason-verified --as analyst:zhao"),
    CASE_REFUSE(
            new Operand("ID", 1, 1),
            CaseActions::refuse,
            List.of(Flag.REASON, Flag.WRITE_LETTERS, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case refuse 1a2b3c4d --reason 'the document has expired' --as analyst:zhao"),
    CASE_PROPOSE(
            new Operand("ID", 1, 1),
            CaseActions::propose,
            List.of(Flag.MEASURES, Flag.REASON, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case propose 1a2b3c4d --measures rectify --reason 'confirmed by the unit' --as maker:li"),
    CASE_APPROVE(
            new Operand("ID", 0, 1),
            CaseActions::approve,
            List.of(
                    Flag.BATCH,
                    Flag.SEEN_VERSION,
                    Flag.REASON,
                    Flag.WRITE_LETTERS,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "case approve 1a2b3c4d --version 7 --as checker:wang",
            "case approve --batch 5e6f708192a3b4c5 --version 2 --as checker:wang"),
    CASE_REJECT(
            new Operand("ID", 0, 1),
            CaseActions::reject,
            List.of(Flag.BATCH, Flag.REASON, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case reject 1a2b3c4d --reason 'the answer was not looked at' --as checker:wang"),
    CASE_EXECUTE(
            new Operand("ID", 0, 1),
            CaseActions::execute,
            List.of(
                    Flag.EXECUTED_AT,
                    Flag.CAMPAIGN,
                    Flag.EXTRACT,
                    Flag.MAPPING,
                    Flag.BATCH,
                    Flag.BATCH_OUTCOMES,
                    Flag.WRITE_ACTIONS,
                    Flag.REASON,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "case execute 1a2b3c4d --as maker:li",
            "case execute --campaign sleepers --extract bank-august/ --as maker:li",
            "case execute --batch 5e6f708192a3b4c5 --as maker:li -w actions.csv",
            "case execute --batch 5e6f708192a3b4c5 --outcomes outcomes.csv --as analyst:zhao"),
    CASE_APPEAL(
            new Operand("ID", 1, 1),
            CaseActions::appeal,
            List.of(
                    Flag.GRANT,
                    Flag.REFUSE,
                    Flag.REASON,
                    Flag.WRITE_LETTERS,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "case appeal 1a2b3c4d --reason 'the address was not ours then' --as organisation:liu@u-ninglan-cs",
            "case appeal 1a2b3c4d --grant --reason 'the lease shows it' --as checker:sun"),
    CASE_RETEST(
            Operand.NONE,
            CaseActions::retest,
            List.of(
                    Flag.CAMPAIGN,
                    Flag.NEW_FINDINGS,
                    Flag.WATCH_DAYS,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "case retest --campaign autumn --findings december.jsonl --watch-days 30 --as analyst:zhao"),
    CASE_CLOSE(
            new Operand("ID", 1, 1),
            CaseActions::close,
            List.of(
                    Flag.KEPT_AT,
                    Flag.REASON,
                    Flag.WRITE_LETTERS,
                    Flag.DATA,
                    Flag.KEY_FILE,
                    Flag.PASSWORD_FILE,
                    Flag.AS),
            "case close 1a2b3c4d --kept-at 2026-07-20T10:00:00 --as analyst:zhao",
            "case close 1a2b3c4d --reason 'moved to the long-suspended ledger' --as analyst:zhao"),
    CASE_WITHDRAW(
            new Operand("ID", 1, 1),
            CaseActions::withdraw,
            List.of(Flag.REASON, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case withdraw 1a2b3c4d --reason 'imported by mistake' --as checker:wang"),
    CASE_MERGE(
            new Operand("ID", 1, 1),
            CaseActions::merge,
            List.of(Flag.INTO, Flag.REASON, Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE, Flag.AS),
            "case merge 1a2b3c4d --into 9f8e7d6c --reason 'the same host' --as analyst:zhao"),
    CASE_TICK(Operand.NONE, CaseActions::tick, List.of(Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE), "case tick"),
    CASE_VERIFY_LOG(
            Operand.NONE,
            StoreActions::verifyLog,
            List.of(Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE),
            "case verify-log"),
    STORE_BACKUP(
            new Operand("DIR", 1, 1),
            StoreActions::backup,
            List.of(Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE),
            "store backup backup-2026-11-25/"),
    STORE_RESTORE(
            new Operand("DIR", 1, 1),
            StoreActions::restore,
            List.of(Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE),
            "store restore backup-2026-11-25/ --data restored/ --key-file data.key"),
    STORE_CHECK(
            Operand.NONE, StoreActions::check, List.of(Flag.DATA, Flag.KEY_FILE, Flag.PASSWORD_FILE), "store check"),
    POLICY_LIST(Operand.NONE, PolicyActions::list, List.of(), "policy list"),
    POLICY_SHOW(
            new Operand("NAME[@VERSION]|DIR", 1, 1),
            PolicyActions::show,
            List.of(),
            "policy show cn-mining-2021",
            "policy show policies/my-bank --lang en"),
    POLICY_CHECK(
            new Operand("NAME|DIR", 1, Operand.ANY),
            PolicyActions::check,
            List.of(),
            "policy check policies/my-bank",
            "policy check cn-mining-2021 cn-rural-2021"),
    GENERATE_TRAFFIC(
            Operand.NONE,
            GenerateAction::run,
            List.of(Flag.SEED, Flag.SCENARIO, Flag.WRITE_FOLDER),
            "generate traffic -w captures/",
            "generate traffic --scenario cryptonote-normal --seed 7 -w captures/",
            "generate traffic --scenario list"),
    GENERATE_ACCOUNTS(
            Operand.NONE,
            GenerateAccountsAction::run,
            List.of(
                    Flag.CUSTOMERS,
                    Flag.SEED,
                    Flag.AS_OF_BANK,
                    Flag.NO_TRANSACTIONS,
                    Flag.ENCODING,
                    Flag.SEPARATOR,
                    Flag.BANK_FORMAT,
                    Flag.WRITE_FOLDER),
            "generate accounts -w bank/",
            "generate accounts --customers 100000 --seed 7 --encoding gb18030 --separator 0x1b -w bank/"),
    GENERATE_STOCK_LIST(
            Operand.NONE,
            StockActions::generate,
            List.of(Flag.SEED, Flag.WRITE_FOLDER),
            "generate stock-list -w stock/"),
    COMPLETION(new Operand("bash", 1, 1), CompletionAction::run, List.of(), "completion bash >qingyuan.bash");

    /// What a command takes beside its flags; its text stands below `cli.command.` under `.operand`.
    ///
    /// @param label what stands for it in help, blank when there is none
    /// @param most how many at most, [#ANY] for no bound
    record Operand(String label, int least, int most) {
        static final int ANY = Integer.MAX_VALUE;
        static final Operand NONE = new Operand("", 0, 0);
    }

    /// Carries a command out.
    @FunctionalInterface
    interface Action {
        /// Returns the exit code.
        ///
        /// @throws org.qingyuan.finding.Failure for what the user must hear of
        int run(Context context) throws IOException;
    }

    private final Operand operand;
    private final Action action;
    private final List<Flag> flags;
    private final List<String> examples;

    Command(Operand operand, Action action, List<Flag> flags, String... examples) {
        this.operand = operand;
        this.action = action;
        this.flags = flags;
        this.examples = List.of(examples);
    }

    /// As typed: `mining scan`.
    String words() {
        String words = name().toLowerCase(Locale.ROOT);
        int first = words.indexOf('_');
        return first < 0
                ? words
                : words.substring(0, first) + " " + words.substring(first + 1).replace('_', '-');
    }

    /// The first word of several, blank where there is one alone.
    String group() {
        int space = words().indexOf(' ');
        return space < 0 ? "" : words().substring(0, space);
    }

    /// The word by which it is called within its group.
    String word() {
        return words().substring(words().indexOf(' ') + 1);
    }

    Operand operand() {
        return operand;
    }

    Action action() {
        return action;
    }

    /// Its own flags, without [Flag#COMMON].
    List<Flag> flags() {
        return flags;
    }

    /// Its own flags, then the common ones.
    List<Flag> allFlags() {
        List<Flag> all = new ArrayList<>(flags);
        all.addAll(Flag.COMMON);
        return all;
    }

    /// What may be typed after the program's name.
    List<String> examples() {
        return examples;
    }

    /// Key of one of its texts.
    String messageKey(String part) {
        return "cli.command." + words().replace(' ', '-') + "." + part;
    }
}
