package org.qingyuan.traffic.generate;

/// How programs space the JSON that they write.
final class JsonText {
    private JsonText() {}

    /// The same object with a space behind each `:` and `,` outside strings, as Python and jansson write it.
    static String spaced(String compact) {
        StringBuilder out = new StringBuilder(compact.length() + 32);
        boolean inString = false;
        for (int i = 0; i < compact.length(); i++) {
            char c = compact.charAt(i);
            if (c == '"' && (i == 0 || compact.charAt(i - 1) != '\\')) {
                inString = !inString;
            }
            out.append(c);
            if (!inString && (c == ':' || c == ',')) {
                out.append(' ');
            }
        }
        return out.toString();
    }

    /// The text as a JSON string, with its quotes.
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
