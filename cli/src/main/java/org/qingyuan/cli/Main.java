package org.qingyuan.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The only main of the product: gives the process to the [Runner] and ends it with what that answers.
public final class Main {
    /// How long an interrupt waits for what was found to be written.
    private static final int LAST_WORDS_SECONDS = 20;

    private Main() {}

    public static void main(String[] arguments) {
        Interrupt interrupt = new Interrupt();
        CountDownLatch done = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> awaitLastWords(interrupt, done), "interrupt"));
        int code = new Runner(ofProcess(interrupt)).run(List.of(arguments));
        done.countDown();
        System.exit(code);
    }

    private static void awaitLastWords(Interrupt interrupt, CountDownLatch done) {
        interrupt.raise();
        try {
            boolean written = done.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            if (!written) {
                Runtime.getRuntime().halt(130);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Environment ofProcess(Interrupt interrupt) {
        String terminals = System.getProperty("qingyuan.terminals", "");
        return new Environment(
                () -> new FileInputStream(FileDescriptor.in).getChannel(),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                terminals.contains("out"),
                terminals.contains("err"),
                Integer.getInteger("qingyuan.width", 0),
                System.getenv(),
                System.getProperty("qingyuan.locale", Locale.getDefault().toString()),
                System.getProperty("qingyuan.name", "qingyuan"),
                Path.of(""),
                Path.of(System.getProperty("java.io.tmpdir")),
                Runtime.getRuntime().availableProcessors(),
                System::nanoTime,
                Main::peakBytes,
                System.getProperty("user.name", ""),
                Instant::now,
                SecureRandom::new,
                interrupt);
    }

    /// The high-water mark that Linux keeps of resident memory.
    private static long peakBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) << 10;
                }
            }
        } catch (java.io.IOException | NumberFormatException e) {
            // no Linux: not known
        }
        return -1;
    }
}
