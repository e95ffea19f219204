package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureSearchTest {
    @TempDir
    Path folder;

    private List<String> names(String... arguments) {
        return CaptureSearch.find(List.of(arguments), folder, () -> {
                    throw new IOException("not opened");
                })
                .stream()
                .map(capture -> capture.input().name())
                .toList();
    }

    private void file(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    @Test
    void namesFilesOfAFolderRelativeToItInByteOrder() throws IOException {
        file("taps/b/2.pcap");
        file("taps/a.pcap");
        file("taps/Z.pcap");
        file("taps/é.pcap");
        assertThat(names("taps")).containsExactly("Z.pcap", "a.pcap", "b/2.pcap", "é.pcap");
    }

    @Test
    void namesAFileByItsBaseName() throws IOException {
        file("taps/a.pcap");
        assertThat(names("taps/a.pcap")).containsExactly("a.pcap");
    }

    @Test
    void putsTheArgumentInFrontWhereNamesWouldBeShared() throws IOException {
        file("north/a.pcap");
        file("south/a.pcap");
        file("south/b.pcap");
        assertThat(names("north", "south/")).containsExactly("b.pcap", "north/a.pcap", "south/a.pcap");
        assertThat(names("north/a.pcap", "south/a.pcap")).containsExactly("north/a.pcap", "south/a.pcap");
    }

    @Test
    void takesAFileOnceHoweverOftenItIsNamed() throws IOException {
        file("taps/a.pcap");
        assertThat(names("taps", "taps/a.pcap", "./taps")).containsExactly("a.pcap");
    }

    @Test
    void goesRoundNoLoopOfLinks() throws IOException {
        file("taps/deep/a.pcap");
        Files.createSymbolicLink(folder.resolve("taps/deep/up"), folder.resolve("taps"));
        assertThat(names("taps")).containsExactly("deep/a.pcap");
    }

    @Test
    void listsWhatDoesNotExistSoThatTheScanSaysSo() {
        assertThat(names("gone.pcap")).containsExactly("gone.pcap");
    }
}
