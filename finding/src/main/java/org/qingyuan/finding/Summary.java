package org.qingyuan.finding;

import java.util.Map;

/// One sentence as a message key and its values; the sentence itself is rendered when shown, never stored.
public record Summary(String key, Map<String, Object> arguments) {}
