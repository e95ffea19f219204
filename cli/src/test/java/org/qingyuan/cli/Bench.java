package org.qingyuan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Runs commands in this process, with streams, folder and machine of its own.
final class Bench {
    private final Path folder;
    private byte[] stdin = {};
    private OutputStream out = new ByteArrayOutputStream();
    private boolean isTerminal;
    private String locale = "en_US.UTF-8";
    private Map<String, String> variables = Map.of();
    private String user = "li";
    private Instant now = Instant.parse("2026-11-25T02:00:00Z");
    private final Interrupt interrupt = new Interrupt();

    /// What a command left behind.
    record Result(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    Bench(Path folder) {
        this.folder = folder;
    }

    Bench stdin(byte[] bytes) {
        stdin = bytes;
        return this;
    }

    Bench terminal() {
        isTerminal = true;
        return this;
    }

    Bench locale(String name) {
        locale = name;
        return this;
    }

    Bench variable(String name, String value) {
        variables = Map.of(name, value);
        return this;
    }

    Bench user(String name) {
        user = name;
        return this;
    }

    Bench now(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    Bench interrupted() {
        interrupt.raise();
        return this;
    }

    /// Standard output whose reader went away.
    Bench closedPipe() {
        out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        return this;
    }

    /// Standard output on a full disk.
    Bench fullDisk() {
        out = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        return this;
    }

    /// Standard output with a fault of ours.
    Bench faultyOutput() {
        out = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("a fault");
            }
        };
        return this;
    }

    Result run(String... line) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Environment environment = new Environment(
                () -> Channels.newChannel(new ByteArrayInputStream(stdin)),
                out,
                err,
                isTerminal,
                false,
                isTerminal ? 200 : 0,
                variables,
                locale,
                "./qingyuan",
                folder,
                folder,
                2,
                () -> 0,
                () -> -1,
                user,
                () -> now,
                SecureRandom::new,
                interrupt);
        int code = new Runner(environment).run(List.of(line));
        String written = out instanceof ByteArrayOutputStream bytes ? bytes.toString(UTF_8) : "";
        return new Result(code, written, err.toString(UTF_8));
    }
}
