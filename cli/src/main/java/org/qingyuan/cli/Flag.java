package org.qingyuan.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Every flag, once. Help, completion and the documentation's reference are made from these rows; the texts stand in
/// the message files under `cli.flag.` and the key. A key may have several rows where the same name means something
/// else in another command.
enum Flag {
    // what to look at
    FROM("from", "INSTANT", null, "--from"),
    TO("to", "INSTANT", null, "--to"),
    NET("net", "CIDR", null, true, "--net"),
    CONTINUOUS("continuous", null, null, "--continuous"),
    // how to conclude
    SESSION_IDLE("session-idle", "DURATION", "1h", "--session-idle"),
    MIN_OBSERVED("min-observed", "DURATION", "60s", "--min-observed"),
    MAX_FLOWS("max-flows", "N", "262144", "--max-flows"),
    // whose it is
    REGISTRY("registry", "DIR", null, "--registry"),
    POOLS("pools", "FILE", null, "--pools"),
    SITE("site", "NAME", null, "--site"),
    ZONE("zone", "ZONE", "Asia/Shanghai", "--zone"),
    // by which standard accounts are judged
    POLICY("policy", "NAME[@VERSION]|DIR", "cn-rural-2021", "--policy"),
    AS_OF("as-of", "DATE", null, "--as-of"),
    MAPPING("mapping", "FILE.yaml", null, "--mapping"),
    SET("set", "RULE.NAME=VALUE", null, true, "--set"),
    OUTCOMES("outcomes", "none|counts|all", "counts", "--outcomes"),
    MAX_REJECTS("max-rejects", "N|N%", null, "--max-rejects"),
    ACCEPT_UNATTRIBUTABLE("accept-unattributable", null, null, "--accept-unattributable"),
    // where results go
    FORMAT("format", "table|jsonl|csv|csv-excel|xlsx", null, "--format"),
    LIST_FORMAT("list-format", "table|csv", "table", "--format"),
    WRITE("write", "FILE", null, "--write", "-w"),
    REPORT("report", "FILE.html", null, "--report"),
    REPORT_ACCOUNTS("report-accounts", "FILE.html|.csv|.xlsx", null, "--report"),
    DIFF_FORMAT("diff-format", "table|jsonl", null, "--format"),
    RUN("run", "FILE", null, "--run"),
    REJECTS("rejects", "FILE", null, "--rejects"),
    REVEAL("reveal", null, null, "--reveal"),
    FAIL_ON("fail-on", "SEVERITY", null, "--fail-on"),
    THREADS("threads", "N", null, "--threads"),
    // results as input
    IN("in", "FILE", null, true, "--in"),
    CAPTURES("captures", "DIR", null, "--captures"),
    WRITE_CIRCULAR("write-circular", "FILE.html", null, "--write", "-w"),
    WRITE_REPORT("write-report", "FILE.html|.csv|.xlsx", null, "--write", "-w"),
    WRITE_PACKETS("write-packets", "FILE.pcap", null, "--write", "-w"),
    // cases
    DATA("data", "DIR|URL", "data", "--data"),
    KEY_FILE("key-file", "FILE", null, "--key-file"),
    PASSWORD_FILE("password-file", "FILE", null, "--password-file"),
    AS("as", "ROLE:NAME[@SCOPE]", null, "--as"),
    SINGLE_USER("single-user", null, null, "--single-user"),
    CAMPAIGN("campaign", "NAME", null, "--campaign"),
    CASE_POLICY("case-policy", "NAME[@VERSION]", null, "--policy"),
    OFFICE("office", "NAME=TEXT", null, true, "--office"),
    CONTACTS("contacts", "FILE.csv", null, "--contacts"),
    INCOMPLETE("incomplete", null, null, "--incomplete"),
    STATE("state", "STATE", null, true, "--state"),
    CASE_FORMAT("case-format", "table|jsonl", null, "--format"),
    REASON("reason", "TEXT", null, "--reason"),
    TO_NAME("to-name", "NAME", null, "--to"),
    CONFIRM("confirm", null, null, "--confirm"),
    DISMISS("dismiss", null, null, "--dismiss"),
    DAYS("days", "N", null, "--days"),
    FAILED("failed", null, null, "--failed"),
    REQUEST("request", "WORD", null, "--request"),
    POSTED("posted", "ID", null, "--posted"),
    ACCOUNT("account", "NUMBER", null, "--account"),
    TARGET("target", "NUMBER", null, "--target"),
    ATTEST("attest", "WORD", null, true, "--attest"),
    EXTRACT("extract", "DIR", null, "--extract"),
    BATCH("batch", "ID", null, "--batch"),
    BATCH_OUTCOMES("batch-outcomes", "FILE.csv", null, "--outcomes"),
    WRITE_ACTIONS("write-actions", "FILE.csv", null, "--write", "-w"),
    MEASURES("measures", "WORD[,WORD]", null, "--measures"),
    SEEN_VERSION("seen-version", "N", null, "--version"),
    PROPOSE("propose", "WORD[,WORD]", null, "--propose"),
    APPROVE("approve", null, null, "--approve"),
    REJECT("reject", null, null, "--reject"),
    LIFT("lift", null, null, "--lift"),
    EXECUTED_AT("executed-at", "INSTANT", null, "--at"),
    GRANT("grant", null, null, "--grant"),
    REFUSE("refuse", null, null, "--refuse"),
    NEW_FINDINGS("new-findings", "FILE.jsonl", null, true, "--findings"),
    WATCH_DAYS("watch-days", "N", null, "--watch-days"),
    KEPT_AT("kept-at", "INSTANT", null, "--kept-at"),
    INTO("into", "ID", null, "--into"),
    WRITE_LETTERS("write-letters", "DIR", null, "--write", "-w"),
    TIP("tip", "FILE.csv", null, "--tip"),
    FORM("form", "FORM.csv", null, "--form"),
    ATTACH("attach", "FILE", null, true, "--attach"),
    STOCK("stock", "LIST.csv", null, "--stock"),
    STOCK_SITE("stock-site", "NAME", null, "--site"),
    BLOCK_FORMAT("block-format", "plain|nftables|suricata", "plain", "--format"),
    BLOCK_DAYS("block-days", "N", "30", "--days"),
    SHARED_HOSTING("shared-hosting", "FILE.csv", null, "--shared-hosting"),
    OWN_REGISTRY("own-registry", "DIR", null, "--registry"),
    WRITE_BLOCK_LIST("write-block-list", "FILE", null, "--write", "-w"),
    WRITE_ATTACHMENT("write-attachment", "FILE", null, "--write", "-w"),
    WRITE_CAMPAIGN("write-campaign", "FILE.html", null, "--write", "-w"),
    // generation
    SEED("seed", "N", "1", "--seed"),
    SCENARIO("scenario", "all|list|NAME", "all", "--scenario"),
    CUSTOMERS("customers", "N", "2000", "--customers"),
    AS_OF_BANK("as-of-bank", "DATE", "2026-06-30", "--as-of"),
    NO_TRANSACTIONS("no-transactions", null, null, "--no-transactions"),
    ENCODING("encoding", "utf-8|gb18030|gbk", "utf-8", "--encoding"),
    SEPARATOR("separator", "TEXT|0xHH", ",", "--separator"),
    BANK_FORMAT("bank-format", "csv|parquet", "csv", "--format"),
    WRITE_FOLDER("write-folder", "DIR", null, "--write", "-w"),
    WRITE_DEMO("write-demo", "DIR", "demo-out", "--write", "-w"),
    // every command has these
    LANG("lang", "zh|en", null, "--lang"),
    QUIET("quiet", null, null, "--quiet", "-q"),
    VERBOSE("verbose", null, null, "--verbose"),
    NO_COLOR("no-color", null, null, "--no-color"),
    HELP("help", null, null, "--help", "-h"),
    // the program alone
    VERSION("version", null, null, "--version", "-V");

    /// Flags that every command has.
    static final List<Flag> COMMON = List.of(LANG, QUIET, VERBOSE, NO_COLOR, HELP);

    private final String key;
    private final @Nullable String label;
    private final @Nullable String standard;
    private final boolean repeatable;
    private final List<String> names;

    Flag(String key, @Nullable String label, @Nullable String standard, String... names) {
        this(key, label, standard, false, names);
    }

    Flag(String key, @Nullable String label, @Nullable String standard, boolean repeatable, String... names) {
        this.key = key;
        this.label = label;
        this.standard = standard;
        this.repeatable = repeatable;
        this.names = List.of(names);
    }

    /// Key of its text below `cli.flag.`.
    String messageKey() {
        return "cli.flag." + key;
    }

    /// All names, the long one first.
    List<String> names() {
        return names;
    }

    /// The long name.
    String text() {
        return names.getFirst();
    }

    /// What stands for its value in help; `null` when it takes none.
    @Nullable
    String label() {
        return label;
    }

    /// What holds when it is not given, `null` when its text says so.
    @Nullable
    String standard() {
        return standard;
    }

    boolean isRepeatable() {
        return repeatable;
    }
}
