package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.AttachmentKeeper;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

class AttachmentFileTest {
    @TempDir
    private Path folder;

    private final List<byte[]> kept = new ArrayList<>();
    private final AttachmentKeeper keeper = content -> {
        kept.add(content);
        return HexFormat.of().formatHex(CaseImport.sha256().digest(content));
    };

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static Failure refused(Path file) {
        return Objects.requireNonNull(catchThrowableOfType(Failure.class, () -> AttachmentFile.read(file)));
    }

    @ParameterizedTest
    @CsvSource({
        "ffd8ffe0, JPEG",
        "89504e470d0a1a0a00, PNG",
        "255044462d312e37, PDF",
        "d4c3b2a102000400, PCAP",
        "a1b23c4d00020004, PCAP",
        "0a0d0d0a1c0000004d3c2b1a, PCAPNG",
        "612c620a312c320a, TEXT",
        "efbbbfe69cbae688bf, TEXT"
    })
    void knowsAFileByWhatItBeginsWith(String hex, AttachmentType type) throws IOException {
        byte[] content = HexFormat.of().parseHex(hex);
        assertThat(AttachmentFile.read(file("any.exe", content)).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4d5a9000",
                "504b0304",
                "7f454c46",
                "",
                "20",
                "ffd8",
                "89504e47",
                "0a0d0d0a1c00000000000000",
                "61001b",
                "c3",
                "47494638396101000100"
            })
    void refusesWhatItDoesNotKnowWhateverItsName(String hex) throws IOException {
        Path file = file("photo.jpg", HexFormat.of().parseHex(hex));
        assertThat(refused(file).code()).isEqualTo(ErrorCode.ATTACHMENT_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html></html>",
                "\n <!DOCTYPE html>",
                "<?xml version=\"1.0\"?><svg/>",
                "notes\n<SVG onload=x>",
                "a,<script>b</script>\n"
            })
    void refusesPagesAndDrawings(String text) throws IOException {
        assertThat(refused(file("note.txt", text.getBytes(UTF_8))).code()).isEqualTo(ErrorCode.ATTACHMENT_REFUSED);
    }

    @Test
    void takesSixteenMebibytesAndNotOneByteMore() throws IOException {
        Path file = file("big.pdf", "%PDF-1.7".getBytes(UTF_8));
        try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
            big.setLength(AttachmentFile.MAX_BYTES);
        }
        assertThat(AttachmentFile.read(file).content()).hasSize(16 << 20);
        try (RandomAccessFile big = new RandomAccessFile(file.toFile(), "rw")) {
            big.setLength(AttachmentFile.MAX_BYTES + 1L);
        }
        assertThat(refused(file).code()).isEqualTo(ErrorCode.ATTACHMENT_REFUSED);
    }

    @Test
    void nothingIsKeptWhereOneOfThemCannotBe() throws IOException {
        List<Path> files = List.of(file("a.txt", "a".getBytes(UTF_8)), file("b.txt", new byte[] {0}));
        assertThat(catchThrowableOfType(Failure.class, () -> AttachmentFile.keepAll(files, keeper)))
                .isNotNull();
        assertThat(kept).isEmpty();
    }

    @Test
    void twentyFilesAreTakenAndNotOneMoreAndTheSameOnce() throws IOException {
        Path file = file("a.txt", "a".getBytes(UTF_8));
        List<Attachment> attached = AttachmentFile.keepAll(Collections.nCopies(20, file), keeper);
        assertThat(attached).singleElement().satisfies(each -> {
            assertThat(each.name()).isEqualTo("a.txt");
            assertThat(each.bytes()).isEqualTo(1);
        });
        assertThat(catchThrowableOfType(
                        Failure.class, () -> AttachmentFile.keepAll(Collections.nCopies(21, file), keeper)))
                .isNotNull();
    }
}
