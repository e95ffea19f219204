package org.qingyuan.accounts;

/// What the person who runs a screening asks for beside the standard.
///
/// @param acceptUnattributable whether rules run although a row was refused of which not even the key could be read;
///     their findings then say so
/// @param everyOutcome whether [ScreenListener#outcome] hears each outcome; they are counted in any case
public record ScreenOptions(boolean acceptUnattributable, boolean everyOutcome) {}
