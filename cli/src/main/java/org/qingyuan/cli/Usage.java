package org.qingyuan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.qingyuan.output.Messages;
import org.qingyuan.output.TextWidth;

/// Help for a terminal: what a command is, how it is called, examples, then every flag with what holds without it.
final class Usage {
    private static final int WIDEST = 100;
    private static final int NARROWEST = 40;
    private static final String INDENT = "  ";
    private static final String DEEP = "      ";

    private final Messages messages;
    private final String name;
    private final int width;

    /// @param name how the program was called
    /// @param width columns of the terminal, 0 when not known
    Usage(Messages messages, String name, int width) {
        this.messages = messages;
        this.name = name;
        this.width = width == 0 ? 80 : Math.clamp(width, NARROWEST, WIDEST);
    }

    /// The help of a command, of a group of commands, or of the program (no words).
    List<String> lines(String words) {
        for (Command command : Command.values()) {
            if (command.words().equals(words)) {
                return ofCommand(command);
            }
        }
        return ofGroup(words);
    }

    private List<String> ofCommand(Command command) {
        List<String> lines = new ArrayList<>();
        lines.add(CommandTree.PROGRAM + " " + command.words() + " — " + messages.text(command.messageKey("title")));
        lines.add("");
        lines.add(heading("usage"));
        lines.add(INDENT + name + " " + synopsis(command));
        lines.add("");
        wrap(lines, "", messages.text(command.messageKey("about")));
        examples(lines, command);
        if (command.operand().most() > 0) {
            lines.add("");
            lines.add(heading("operands"));
            lines.add(INDENT + operand(command.operand()));
            wrap(lines, DEEP, messages.text(command.messageKey("operand")));
        }
        if (!command.flags().isEmpty()) {
            lines.add("");
            lines.add(heading("flags"));
            command.flags().forEach(flag -> flag(lines, flag));
        }
        lines.add("");
        lines.add(heading("common-flags"));
        Flag.COMMON.forEach(flag -> flag(lines, flag));
        return lines;
    }

    private List<String> ofGroup(String words) {
        List<String> lines = new ArrayList<>();
        String key = words.isEmpty() ? "cli.program" : "cli.group." + words;
        lines.add(CommandTree.PROGRAM + (words.isEmpty() ? "" : " " + words) + " — " + messages.text(key + ".title"));
        lines.add("");
        lines.add(heading("usage"));
        lines.add(INDENT + name + " " + (words.isEmpty() ? "" : words + " ") + messages.text("cli.usage.command"));
        lines.add("");
        lines.add(heading("commands"));
        List<Command> commands = new ArrayList<>(List.of(Command.values()));
        commands.removeIf(command -> !words.isEmpty() && !command.group().equals(words));
        int column = commands.stream()
                        .mapToInt(command -> command.words().length())
                        .max()
                        .orElse(0)
                + 2;
        for (Command command : commands) {
            lines.add(INDENT
                    + command.words()
                    + " ".repeat(column - command.words().length())
                    + messages.text(command.messageKey("title")));
        }
        lines.add("");
        lines.add(heading("common-flags"));
        Flag.COMMON.forEach(flag -> flag(lines, flag));
        if (words.isEmpty()) {
            flag(lines, Flag.VERSION);
            lines.add("");
            wrap(lines, "", messages.text("cli.program.more"));
        }
        return lines;
    }

    private String heading(String what) {
        return messages.text("cli.help." + what);
    }

    static String synopsis(Command command) {
        String flags = command.flags().isEmpty() ? "" : " [FLAGS]";
        String operand = command.operand().most() == 0 ? "" : " " + operand(command.operand());
        return command.words() + flags + operand;
    }

    static String operand(Command.Operand operand) {
        return operand.label() + (operand.most() > 1 ? "..." : "");
    }

    private void examples(List<String> lines, Command command) {
        lines.add("");
        lines.add(heading("examples"));
        for (int i = 0; i < command.examples().size(); i++) {
            wrap(lines, INDENT, messages.text(command.messageKey("example." + (i + 1))));
            lines.add(DEEP + name + " " + command.examples().get(i));
        }
    }

    private void flag(List<String> lines, Flag flag) {
        lines.add(INDENT + names(flag));
        wrap(lines, DEEP, text(flag, messages));
    }

    /// `-w, --write FILE`, the short name first.
    static String names(Flag flag) {
        String names = String.join(", ", flag.names().reversed());
        return flag.label() == null ? names : names + " " + flag.label();
    }

    /// What a flag does, and what holds without it.
    static String text(Flag flag, Messages messages) {
        String text = messages.text(flag.messageKey());
        return flag.standard() == null
                ? text
                : text
                        + messages.text(
                                "cli.help.default", java.util.Map.of("value", Objects.requireNonNull(flag.standard())));
    }

    /// Breaks at spaces, and between wide characters, which need none.
    private void wrap(List<String> lines, String indent, String text) {
        StringBuilder line = new StringBuilder(indent);
        int used = indent.length();
        int start = 0;
        while (start < text.length()) {
            int end = pieceEnd(text, start);
            String piece = text.substring(start, end);
            int length = TextWidth.of(piece.stripTrailing());
            if (used + length > width && used > indent.length()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
                used = indent.length();
            }
            line.append(piece);
            used += TextWidth.of(piece);
            start = end;
        }
        lines.add(line.toString().stripTrailing());
    }

    /// End of the piece that may not be broken: a word with the spaces after it, or a wide character with the closing
    /// marks after it.
    private static int pieceEnd(String text, int start) {
        int end = text.offsetByCodePoints(start, 1);
        boolean isWide = isWide(text, start);
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean sticks = "，。；：！？）、》」”,.;:)".indexOf(c) >= 0;
            boolean breaks = isWide ? c != ' ' : text.charAt(end - 1) == ' ' && c != ' ' || isWide(text, end);
            if (breaks && !sticks || text.charAt(end - 1) == ' ' && c != ' ') {
                return end;
            }
            end = text.offsetByCodePoints(end, 1);
        }
        return end;
    }

    private static boolean isWide(String text, int at) {
        return text.codePointAt(at) >= 0x2e80;
    }
}
