package org.qingyuan.registry;

/// The form of a host name or of all names below one: labels of letters, digits, `-` and `_`, two or more, an
/// asterisk only as the whole first label. `*.example.org` matches `eu.example.org` and `a.b.example.org`, neither
/// `example.org` nor `evilexample.org`.
final class HostPattern {
    static final int MAX_LENGTH = 253;
    private static final int MAX_LABEL = 63;

    private HostPattern() {}

    /// Whether the text is a pattern; upper case is none.
    static boolean isValid(String text) {
        String name = text.startsWith("*.") ? text.substring(2) : text;
        return text.length() <= MAX_LENGTH && name.indexOf('.') > 0 && hasValidLabels(name) && !isNumeric(name);
    }

    private static boolean hasValidLabels(String name) {
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > MAX_LABEL || !isLabel(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabel(String label) {
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (!(c >= 'a' && c <= 'z' || isDigit(c) || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    /// A last label of digits only belongs to a malformed address, not to a name.
    private static boolean isNumeric(String name) {
        for (int i = name.lastIndexOf('.') + 1; i < name.length(); i++) {
            if (!isDigit(name.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
