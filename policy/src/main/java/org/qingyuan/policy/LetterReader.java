package org.qingyuan.policy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// Reads `letters/WORD.zh.txt` and `letters/WORD.en.txt`. A letter that a fraudster could have written is refused:
/// each carries the code to compare and the sentence on what is never asked, and none has a link.
final class LetterReader {
    private static final Map<String, String> NEVER_ASKED =
            Map.of("zh", Letter.NEVER_ASKED_ZH, "en", Letter.NEVER_ASKED_EN);
    private static final Pattern LINK =
            Pattern.compile("http|www|://|[a-z0-9-]\\.(?:com|cn|net|org|gov|top|xyz|vip|cc|app)\\b");

    private final PackFiles files;
    private final Problems problems;

    LetterReader(PackFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /// The letter, with what is wrong with it kept among the problems.
    Letter letter(String word, Channel channel) {
        String zh = text(word, channel, "zh");
        String en = text(word, channel, "en");
        Set<String> fields = Letter.fields(zh);
        if (!zh.isEmpty() && !en.isEmpty() && !fields.equals(Letter.fields(en))) {
            problems.add(label(word, "en"), 0, RejectReason.MISSING_FIELD, difference(fields, Letter.fields(en)));
        }
        return new Letter(word, channel, zh, en);
    }

    /// Files in `letters/` that belong to none of these words.
    void refuseOthers(Set<String> words) {
        for (String name : files.letterNames()) {
            String word = name.replaceFirst("\\.(zh|en)\\.txt$", "");
            if (word.equals(name) || !words.contains(word)) {
                problems.add(files.label(PackFiles.LETTERS + "/" + name), 0, RejectReason.UNKNOWN_FIELD, word);
            }
        }
    }

    private static String difference(Set<String> zh, Set<String> en) {
        Stream<String> onlyZh = zh.stream().filter(name -> !en.contains(name)).map(name -> "zh {{" + name + "}}");
        Stream<String> onlyEn = en.stream().filter(name -> !zh.contains(name)).map(name -> "en {{" + name + "}}");
        return Stream.concat(onlyZh, onlyEn).collect(Collectors.joining(", "));
    }

    private static String path(String word, String language) {
        return PackFiles.LETTERS + "/" + word + "." + language + ".txt";
    }

    private String label(String word, String language) {
        return files.label(path(word, language));
    }

    private String text(String word, Channel channel, String language) {
        String file = label(word, language);
        @Nullable String read = problems.read("", () -> files.text(path(word, language)));
        if (read == null) {
            problems.add(file, 0, RejectReason.BLANK_VALUE, "");
            return "";
        }
        String text = read.replace("\r\n", "\n").stripTrailing();
        check(file, text, channel, language);
        return text;
    }

    private void check(String file, String text, Channel channel, String language) {
        if (text.length() > channel.maxCharacters()) {
            problems.add(file, 0, RejectReason.BAD_VALUE, text.length() + " > " + channel.maxCharacters());
            return;
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int line = i + 1;
            checkLine(lines.get(i), (reason, what) -> problems.add(file, line, reason, what));
        }
        if (!Letter.fields(text).contains(LetterField.GENUINE_CODE.word())) {
            problems.add(file, 0, RejectReason.MISSING_FIELD, "{{" + LetterField.GENUINE_CODE.word() + "}}");
        }
        String sentence = NEVER_ASKED.getOrDefault(language, "");
        if (!text.contains(sentence)) {
            problems.add(file, 0, RejectReason.MISSING_FIELD, sentence);
        }
    }

    private static void checkLine(String line, BiConsumer<RejectReason, String> refuse) {
        Matcher field = Letter.FIELD.matcher(line);
        while (field.find()) {
            if (LetterField.of(field.group(1)) == null) {
                refuse.accept(RejectReason.UNKNOWN_FIELD, field.group());
            }
        }
        String rest = field.replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            refuse.accept(RejectReason.BAD_STRUCTURE, "{{ }}");
        }
        if (line.codePoints().anyMatch(LetterReader::isUnseen)) {
            refuse.accept(RejectReason.BAD_VALUE, "control character");
        }
        Matcher link =
                LINK.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        if (link.find()) {
            refuse.accept(RejectReason.BAD_VALUE, link.group());
        }
    }

    /// Control and format characters: what a reader cannot see has no place in a letter.
    private static boolean isUnseen(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
