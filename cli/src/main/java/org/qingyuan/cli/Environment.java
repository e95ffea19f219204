package org.qingyuan.cli;

import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.qingyuan.traffic.CaptureInput;

/// What a command sees of the machine; tests give their own.
///
/// @param stdin opens standard input
/// @param outIsTerminal whether standard output is a terminal, for the default format and colours
/// @param width columns of the terminal, 0 when not known
/// @param variables environment variables
/// @param locale of the user, `zh_CN.UTF-8`
/// @param name how the program was called
/// @param folder what relative names are relative to
/// @param temporary where temporary files go
/// @param processors how many there are
/// @param nanoTime clock for durations
/// @param peakBytes most memory used so far, -1 when not known
/// @param user name of the operating system's user
/// @param clock tells what time it is
/// @param random for ids, keys and nonces
/// @param interrupt raised when the user wants to stop
record Environment(
        CaptureInput.Opener stdin,
        OutputStream out,
        OutputStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        int width,
        Map<String, String> variables,
        String locale,
        String name,
        Path folder,
        Path temporary,
        int processors,
        LongSupplier nanoTime,
        LongSupplier peakBytes,
        String user,
        Supplier<Instant> clock,
        Supplier<SecureRandom> random,
        Interrupt interrupt) {}
