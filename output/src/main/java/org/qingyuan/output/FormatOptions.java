package org.qingyuan.output;

import java.util.function.Consumer;

/// How results are written, whatever the format; a format takes what concerns it.
///
/// @param reveal whether nothing is masked
/// @param messages language and zone of tables
/// @param width columns of the window, 0 when there is no end
/// @param colour whether severities are coloured
/// @param notes where a table says what it left out, a sentence at a time
public record FormatOptions(boolean reveal, Messages messages, int width, boolean colour, Consumer<String> notes) {}
