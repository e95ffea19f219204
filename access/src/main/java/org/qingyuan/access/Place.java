package org.qingyuan.access;

/// Where a case belongs: what decides who may see it. A part that is not known is blank.
///
/// @param area region of the organisation, or legal entity of the bank
/// @param organisation its id in the registry
/// @param holder id of the customer
public record Place(String area, String organisation, String holder) {}
