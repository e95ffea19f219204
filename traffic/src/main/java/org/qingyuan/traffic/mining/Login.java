package org.qingyuan.traffic.mining;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A login as miners write it, split into the wallet and the worker's name.
///
/// The wallet is what stands before the first `.`, `+`, `/` or `@`; where the text holds `0x` and 40 hexadecimal
/// digits these are the wallet; an e-mail address is wholly the wallet. Digits behind a `+` are a difficulty, no name.
///
/// @param wallet as written, `null` when blank
/// @param worker the rest, `null` when there is none
record Login(@Nullable String wallet, @Nullable String worker) {
    private static final Pattern HEX_ADDRESS = Pattern.compile("0[xX][0-9a-fA-F]{40}(?![0-9a-fA-F])");
    private static final Pattern EMAIL =
            Pattern.compile("^[^@\\s/+:]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}");
    private static final Pattern SEPARATOR = Pattern.compile("[.+/@]");
    private static final Pattern DIFFICULTY = Pattern.compile("\\+[0-9]+(?=$|[.+/@])");

    static Login of(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Login(null, null);
        }
        Matcher address = HEX_ADDRESS.matcher(text);
        if (address.find()) {
            String rest = text.substring(address.end());
            return new Login(address.group(), name(rest.isEmpty() ? text.substring(0, address.start()) : rest));
        }
        Matcher email = EMAIL.matcher(text);
        if (email.find() && wholeEmail(text, email.end())) {
            return new Login(email.group(), name(text.substring(email.end())));
        }
        Matcher separator = SEPARATOR.matcher(text);
        if (!separator.find()) {
            return new Login(text, null);
        }
        String wallet = text.substring(0, separator.start());
        return new Login(wallet.isEmpty() ? null : wallet, name(text.substring(separator.start())));
    }

    private static boolean wholeEmail(String text, int end) {
        return end == text.length() || ":/+".indexOf(text.charAt(end)) >= 0;
    }

    private static @Nullable String name(String rest) {
        String text = DIFFICULTY.matcher(rest).replaceAll("");
        int start = 0;
        while (start < text.length() && ".+/@:".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        int end = text.length();
        while (end > start && "./@:".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return start == end ? null : text.substring(start, end);
    }
}
