package org.qingyuan.cli;

import org.qingyuan.output.Messages;

/// What an action works with.
///
/// @param messages in the language of the user and the zone of the command
record Context(Environment environment, Arguments arguments, Messages messages, Console console) {}
