package org.qingyuan.finding;

/// Who or what a finding speaks about.
///
/// @param kind `address`, `customer`, `account` or `meter`
/// @param id as the source writes it; IPv6 as RFC 5952
public record Subject(String kind, String id) {}
