package org.qingyuan.policy;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A letter in both languages: plain text in which `{{name}}` stands for a value, with names of [LetterField]. There
/// is no logic in it: no condition, no loop, no text within a value that is looked at again.
///
/// @param word by which casework asks for it, `personal-sms`
public record Letter(String word, Channel channel, String zh, String en) {
    /// What every letter says, word for word, in each language.
    public static final String NEVER_ASKED_ZH = "我们绝不索要密码、验证码，也绝不要求转账。";

    public static final String NEVER_ASKED_EN = "We never ask for passwords, codes or transfers.";

    static final Pattern FIELD = Pattern.compile("\\{\\{([A-Za-z]{1,32})}}");

    /// The text with its values, put in as they are: who writes HTML escapes the whole afterwards.
    ///
    /// @param language `zh` or `en`
    /// @param values by the word of a [LetterField]; those that this letter does not name are not used
    /// @throws IllegalArgumentException when a value is missing that the letter names, when a value is given that is
    ///     none of the fields, or for another language
    public String text(String language, Map<String, String> values) {
        for (String name : values.keySet()) {
            if (LetterField.of(name) == null) {
                throw new IllegalArgumentException(word + ": unknown {{" + name + "}}");
            }
        }
        return FIELD.matcher(template(language)).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
    }

    private String value(MatchResult found, Map<String, String> values) {
        String value = values.get(found.group(1));
        if (value == null) {
            throw new IllegalArgumentException(word + ": missing " + found.group());
        }
        return value;
    }

    private String template(String language) {
        return switch (language) {
            case "zh" -> zh;
            case "en" -> en;
            default -> throw new IllegalArgumentException(language);
        };
    }

    /// Words of the values that it names; the same in both languages, in the order of the Chinese text.
    public Set<String> placeholders() {
        return fields(zh);
    }

    static Set<String> fields(String text) {
        Set<String> names = new LinkedHashSet<>();
        FIELD.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return Collections.unmodifiableSet(names);
    }
}
