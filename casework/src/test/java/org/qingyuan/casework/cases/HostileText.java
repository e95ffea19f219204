package org.qingyuan.casework.cases;

import java.util.List;

/// What somebody could write into a name or a reason to be read as something else.
final class HostileText {
    static final List<String> ALL = List.of(
            "",
            " ",
            "\n",
            "\r\n",
            "\\",
            "\\n",
            "\\\\n\\",
            "=",
            "a=b",
            "\nstate=closed\n",
            "x\nactor=CHECKER\nactor.name=wang",
            "\u0000",
            "a\u0000b\u0085\u2028\u2029",
            "\ufeff",
            "\u202e321",
            "虚拟货币“挖矿”\u3000",
            "\ud83d\ude00\udbff\udfff",
            "\uffff\ufffd",
            "=HYPERLINK(\"x\")",
            "<script>alert(1)</script>",
            "{{name}}",
            "\t".repeat(4000),
            "\\\n".repeat(2000),
            "\ud83d\ude00".repeat(2000));

    private HostileText() {}
}
