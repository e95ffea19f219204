package org.qingyuan.casework.cases;

/// Whom a notice reaches. A part that is not known is blank.
///
/// @param kind `organisation` or `customer`
/// @param id in the registry, or at the bank
/// @param language `zh` or `en`
public record Contact(
        String kind, String id, String name, String phone, String email, String address, String language) {}
