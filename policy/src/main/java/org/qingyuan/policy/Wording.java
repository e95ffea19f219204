package org.qingyuan.policy;

/// The same text in both languages.
public record Wording(String zh, String en) {}
