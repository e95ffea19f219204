package org.qingyuan.casework.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A file that belongs to a step. What it holds is kept under its digest; the step points to it by `sha256:` and the
/// digest, and says in [Detail#ATTACHMENTS] what it was called, one line `DIGEST TYPE BYTES NAME` a file.
///
/// @param digest SHA-256 of what it holds, 64 lower-case hex digits
/// @param type word of what it is by its content, `image/png`
/// @param bytes its size
/// @param name as it was called, without folder: safe to show and to write, see [#safeName]
public record Attachment(String digest, String type, long bytes, String name) {
    /// The most files of one step.
    public static final int MAX_FILES = 20;

    /// The longest name, in characters.
    public static final int MAX_NAME = 100;

    private static final String POINTER = "sha256:";
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9./+-]{1,40}");

    public Attachment {
        if (!DIGEST.matcher(digest).matches()
                || !TYPE.matcher(type).matches()
                || bytes < 0
                || !safeName(name).equals(name)) {
            throw new IllegalArgumentException("attachment " + digest);
        }
    }

    /// A name of which nothing acts where it is shown or written: letters, digits, spaces and `._-()` stay, all else
    /// becomes `_`; no leading dots or spaces; at most [#MAX_NAME] characters, the end with the suffix kept.
    public static String safeName(String name) {
        StringBuilder safe = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || " ._-()".indexOf(c) >= 0 ? c : '_')
                .forEach(safe::appendCodePoint);
        String text = safe.toString().strip();
        if (text.codePointCount(0, text.length()) > MAX_NAME) {
            text = text.substring(text.offsetByCodePoints(text.length(), -MAX_NAME));
        }
        while (text.startsWith(".") || text.startsWith(" ")) {
            text = text.substring(1);
        }
        return text.isEmpty() ? "_" : text;
    }

    /// The pointer among the evidence of a step.
    public String pointer() {
        return POINTER + digest;
    }

    /// An act with its files.
    ///
    /// @param act with at most [Step#MAX_EVIDENCE] less [#MAX_FILES] pointers
    public static Act attach(Act act, List<Attachment> files) {
        List<String> evidence = new ArrayList<>(act.evidence());
        StringBuilder lines = new StringBuilder();
        for (Attachment file : files) {
            if (!evidence.contains(file.pointer())) {
                evidence.add(file.pointer());
            }
            lines.append(lines.isEmpty() ? "" : "\n").append(file.line());
        }
        return act.proved(evidence).with(Detail.ATTACHMENTS, lines.toString());
    }

    private String line() {
        return digest + " " + type + " " + bytes + " " + name;
    }

    /// The files of a step, in the order in which they were given.
    ///
    /// @throws IllegalArgumentException when the step does not say them as [#attach] does
    public static List<Attachment> of(Step step) {
        List<Attachment> files = new ArrayList<>();
        String lines = step.text(Detail.ATTACHMENTS);
        for (String line : lines.isEmpty() ? List.<String>of() : List.of(lines.split("\n", -1))) {
            String[] parts = line.split(" ", 4);
            if (parts.length != 4) {
                throw new IllegalArgumentException("attachment " + line);
            }
            files.add(new Attachment(parts[0], parts[1], Long.parseLong(parts[2]), parts[3]));
        }
        return files;
    }
}
