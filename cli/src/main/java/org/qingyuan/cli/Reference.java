package org.qingyuan.cli;

import java.util.List;
import org.qingyuan.output.Messages;

/// The reference of all commands as a page of the documentation, from the same rows as the help.
final class Reference {
    private final Messages messages;

    Reference(Messages messages) {
        this.messages = messages;
    }

    /// Markdown.
    String page() {
        StringBuilder page = new StringBuilder(1 << 14);
        page.append("# ").append(text("cli.reference.title")).append("\n\n");
        page.append(text("cli.reference.about")).append("\n");
        for (Command command : Command.values()) {
            command(page, command);
        }
        page.append("\n## ").append(text("cli.reference.common")).append("\n\n");
        flags(page, Flag.COMMON);
        return page.toString();
    }

    private String text(String key) {
        return messages.text(key);
    }

    private void command(StringBuilder page, Command command) {
        page.append("\n## ").append(command.words()).append("\n\n");
        page.append(text(command.messageKey("title"))).append("\n\n");
        page.append("```\nqingyuan ").append(Usage.synopsis(command)).append("\n```\n\n");
        page.append(text(command.messageKey("about"))).append("\n");
        if (command.operand().most() > 0) {
            page.append("\n`").append(Usage.operand(command.operand())).append("`: ");
            page.append(text(command.messageKey("operand"))).append("\n");
        }
        for (int i = 0; i < command.examples().size(); i++) {
            page.append("\n")
                    .append(text(command.messageKey("example." + (i + 1))))
                    .append("\n\n");
            page.append("```\nqingyuan ").append(command.examples().get(i)).append("\n```\n");
        }
        if (!command.flags().isEmpty()) {
            page.append("\n");
            flags(page, command.flags());
        }
    }

    private void flags(StringBuilder page, List<Flag> flags) {
        page.append("| ").append(text("cli.reference.flag")).append(" | ");
        page.append(text("cli.reference.meaning")).append(" |\n| --- | --- |\n");
        for (Flag flag : flags) {
            page.append("| `").append(Usage.names(flag).replace("|", "\\|")).append("` | ");
            page.append(Usage.text(flag, messages).replace("|", "\\|")).append(" |\n");
        }
    }
}
