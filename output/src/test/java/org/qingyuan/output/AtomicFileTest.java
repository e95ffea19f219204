package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    @Test
    void appearsUnderItsNameOnlyWhenWhole() throws IOException {
        Path file = folder.resolve("out.jsonl");
        Files.writeString(file, "before");
        try (AtomicFile atomic = AtomicFile.create(file, AtomicFile.Access.PRIVATE)) {
            atomic.stream().write("after".getBytes(UTF_8));
            assertThat(file).hasContent("before");
            atomic.commit();
        }
        assertThat(file).hasContent("after");
        assertThat(names()).containsExactly("out.jsonl");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void anInterruptKeepsWhatWasWrittenBeside() throws IOException {
        Path file = folder.resolve("out.jsonl");
        try (AtomicFile atomic = AtomicFile.create(file, AtomicFile.Access.SHARED)) {
            atomic.stream().write("half".getBytes(UTF_8));
            atomic.keepPartial();
        }
        assertThat(names()).containsExactly("out.jsonl.partial");
        assertThat(folder.resolve("out.jsonl.partial")).hasContent("half");
    }

    @Test
    void anErrorLeavesNothing() throws IOException {
        try (AtomicFile atomic = AtomicFile.create(folder.resolve("x"), AtomicFile.Access.PRIVATE)) {
            atomic.stream().write(1);
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void twoRunsDoNotShareATemporaryName() throws IOException {
        try (AtomicFile one = AtomicFile.create(folder.resolve("a"), AtomicFile.Access.PRIVATE);
                AtomicFile two = AtomicFile.create(folder.resolve("b"), AtomicFile.Access.PRIVATE)) {
            one.stream().write('1');
            two.stream().write('2');
            two.commit();
            one.commit();
        }
        assertThat(folder.resolve("a")).hasContent("1");
        assertThat(folder.resolve("b")).hasContent("2");
    }

    @Test
    void aLinkIsFollowedAndADeviceIsWrittenTo() throws IOException {
        Path real = folder.resolve("real");
        Files.writeString(real, "");
        Path link = Files.createSymbolicLink(folder.resolve("link"), real);
        try (AtomicFile atomic = AtomicFile.create(link, AtomicFile.Access.PRIVATE)) {
            atomic.stream().write('x');
            atomic.commit();
        }
        assertThat(real).hasContent("x");
        assertThat(Files.isSymbolicLink(link)).isTrue();
        try (AtomicFile atomic = AtomicFile.create(Path.of("/dev/null"), AtomicFile.Access.PRIVATE)) {
            atomic.stream().write('x');
            atomic.commit();
        }
        assertThat(Files.exists(Path.of("/dev/null"))).isTrue();
    }

    @Test
    void aFolderThatIsMissingIsAnError() {
        assertThatThrownBy(() -> AtomicFile.create(folder.resolve("no/x"), AtomicFile.Access.PRIVATE))
                .isInstanceOf(IOException.class);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
