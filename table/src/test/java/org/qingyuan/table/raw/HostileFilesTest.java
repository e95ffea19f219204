package org.qingyuan.table.raw;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.table.mapping.Mapping;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;
import org.qingyuan.table.session.Sql;
import org.qingyuan.table.text.Records;

/// Files that are broken, cut off, replaced while they are read, or too much for the disk.
class HostileFilesTest {
    private static final TableShape PETS = new TableShape("pets", List.of("id", "name"), List.of("born"));
    private static final List<String> REJECT = List.of("column", "fault", "detail", "id", "name", "born");

    @TempDir
    Path temporary;

    @TempDir
    Path extract;

    private Path session;

    @BeforeEach
    void makeFolders() throws IOException {
        session = Files.createDirectory(temporary.resolve("private"));
    }

    private Reading read() throws IOException {
        return Reading.of(session, extract, Mapping.NONE, PETS);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = extract.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private void write(String name, String text) throws IOException {
        write(name, text.getBytes(UTF_8));
    }

    private List<String> faults() throws IOException {
        try (Reading reading = read()) {
            return reading.table("pets").faults().stream()
                    .map(fault -> fault.file() + ":" + fault.line() + ":" + fault.column() + " "
                            + fault.reason().word())
                    .toList();
        }
    }

    @Test
    void everyRowIsReadOrRejectedWithItsPlaceAndWhatCouldBeRead() throws IOException {
        byte[] bytes =
                ("id,name,born\n1,a,2020\n\n2,\"b\n3,c,2021,x\n4,d\n5,e\0,2022\n6,f\u00ff,2023\n\"7\",\"g\nh\",2024\n"
                                + "8,i,2025\n")
                        .getBytes(ISO_8859_1);
        write("pets.csv", bytes);
        try (Reading reading = read()) {
            assertThat(reading.rows("raw_pets", PETS.columns()))
                    .containsExactly("1@2 1|a|2020", "7@9 7|g\nh|2024", "8@11 8|i|2025");
            assertThat(reading.rows("rejected_pets", REJECT))
                    .containsExactly(
                            "2@4 name|bad-quoting||2|~|~",
                            "3@5 ~|extra-field|4 > 3|3|c|2021",
                            "4@6 born|missing-field|2 < 3|4|d|~",
                            "5@7 name|nul-byte||5|~|2022",
                            "6@8 name|bad-encoding||6|~|2023");
            assertThat(reading.rows("shifted_pets", REJECT))
                    .containsExactly("3@5 ~|extra-field|4 > 3|c|2021|x", "4@6 born|missing-field|2 < 3|~|4|d");
            RawTable table = reading.table("pets");
            assertThat(table.rows()).isEqualTo(8);
            assertThat(table.rejected()).isEqualTo(5);
        }
    }

    @Test
    void controlsAndQuotesComeThroughAsTheyAre() throws IOException {
        String odd = "\u001f\u001a\u001an\r\nx\u001a0 \"\" \\N \ufeff\u0001'";
        write("pets.csv", "name,id\n\"" + odd + "\",1\n\ufeff,\n\u001a0,\n");
        try (Reading reading = read()) {
            assertThat(reading.rows("raw_pets", PETS.columns()))
                    .containsExactly("1@2 1|" + odd.replace("\"\"", "\"") + "|~", "2@4 |\ufeff|~", "3@5 |\u001a0|~");
        }
    }

    @Test
    void aBrokenQuoteInALongFileCostsOneRow() throws IOException {
        write("pets.csv", "id,name\n0,\"a\n" + "1,b\n".repeat(300_000));
        try (Reading reading = read()) {
            assertThat(reading.table("pets").rows()).isEqualTo(300_001);
            assertThat(reading.table("pets").rejected()).isEqualTo(1);
            assertThat(reading.session().count("SELECT count(*) FROM raw_pets WHERE line = \"row\" + 1"))
                    .isEqualTo(300_000);
        }
    }

    @Test
    void anEndlessRowIsOneReject() throws IOException {
        write("pets.csv", "id,name\n1," + "x".repeat(5 * Records.MAX_BYTES) + "\n2,b\n");
        try (Reading reading = read()) {
            assertThat(reading.rows("rejected_pets", REJECT)).containsExactly("1@2 name|oversized-line||1|~|~");
            assertThat(reading.rows("raw_pets", PETS.columns())).containsExactly("2@3 2|b|~");
        }
    }

    @Test
    void theLongestRowIsReadWhole() throws IOException {
        String longest = "\u001f".repeat(Records.MAX_BYTES - 2);
        write("pets.csv", "id,name\n1," + longest + "\n");
        try (Reading reading = read()) {
            assertThat(reading.session().count("SELECT length(name) FROM raw_pets"))
                    .isEqualTo(longest.length());
        }
    }

    @Test
    void headersThatCannotBeUsedAreFaultsOfTheFile() throws IOException {
        write("pets/a.csv", "id,born\n1,2\n");
        write("pets/b.csv", "id,name,id\n");
        write("pets/c.csv", "");
        write("pets/d.csv", new byte[] {'i', 'd', ',', (byte) 0xff, '\n'});
        write("pets/_SUCCESS", "");
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "pets/a.csv:1:name missing-column",
                        "pets/b.csv:1:id repeated-column",
                        "pets/c.csv:0:null empty-file",
                        "pets/d.csv:1:null bad-encoding");
    }

    @Test
    void partsKeepTheirFilesAndRows() throws IOException {
        write("pets/b.csv", "name,id\nb,1\nc,2\n");
        write("pets/a.csv", "id,name,born\n3,d,2020\n");
        try (Reading reading = read()) {
            assertThat(reading.table("pets").files())
                    .extracting(RawFile::name)
                    .containsExactly("pets/a.csv", "pets/b.csv");
            assertThat(reading.rows("raw_pets", PETS.columns()))
                    .containsExactly("1@2 3|d|2020", "1:1@2 1|b|~", "1:2@3 2|c|~");
        }
    }

    @Test
    void anExtractMayHoldNoRows() throws IOException {
        write("pets.csv", "id,name\n");
        try (Reading reading = read()) {
            assertThat(reading.rows("raw_pets", PETS.columns())).isEmpty();
            assertThat(reading.rows("rejected_pets", REJECT)).isEmpty();
        }
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }

    @Test
    void compressionIsToldByContentAndMayComeInPieces() throws IOException {
        write("pets/a.csv", joined(gzip("id,name\n1,"), gzip("a\n"), new byte[7]));
        write("pets/b.csv", joined(Zstd.compress("id,name\n2,".getBytes(UTF_8)), Zstd.compress("b\n".getBytes(UTF_8))));
        try (Reading reading = read()) {
            assertThat(reading.rows("raw_pets", PETS.columns())).containsExactly("1@2 1|a|~", "1:1@2 2|b|~");
            assertThat(reading.table("pets").files())
                    .extracting(RawFile::format)
                    .containsExactly("csv.gz", "csv.zst");
        }
    }

    @Test
    void compressedDataThatIsCutOffOrDamagedIsAFault() throws IOException {
        String text = "id,name\n" + "1,a\n".repeat(1000);
        byte[] gzip = gzip(text);
        byte[] zstd = Zstd.compress(text.getBytes(UTF_8));
        byte[] flipped = gzip.clone();
        flipped[gzip.length - 6] ^= 1;
        write("pets/a.csv", Arrays.copyOf(gzip, gzip.length - 9));
        write("pets/b.csv", joined(gzip, "id".getBytes(UTF_8)));
        write("pets/c.csv", joined(gzip, Arrays.copyOf(gzip, 8)));
        write("pets/d.csv", flipped);
        write("pets/e.csv", Arrays.copyOf(zstd, zstd.length - 3));
        write("pets/f.csv", Arrays.copyOf(gzip, 5));
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "pets/a.csv:0:null damaged-compression",
                        "pets/b.csv:0:null damaged-compression",
                        "pets/c.csv:0:null damaged-compression",
                        "pets/d.csv:0:null damaged-compression",
                        "pets/e.csv:0:null damaged-compression",
                        "pets/f.csv:0:null damaged-compression");
    }

    private Session open() throws IOException {
        return Session.open(
                SessionOptions.ofMachine(session, 2, List.of(extract)).withMemory(256L << 20));
    }

    private void parquet(String name, String query) throws IOException {
        Path file = extract.resolve(name);
        Files.createDirectories(file.getParent());
        try (Session maker = open()) {
            maker.execute("COPY (" + query + ") TO " + Sql.text(file.toString()) + " (FORMAT parquet)");
        }
    }

    @Test
    void parquetThatCannotBeReadIsAFault() throws IOException {
        parquet("pets/a.parquet", "SELECT 1.5::DOUBLE AS id, 'x' AS name");
        parquet("pets/b.parquet", "SELECT 1 AS id");
        parquet("pets/c.parquet", "SELECT 1 AS id, 'x' AS name FROM range(1000)");
        Path cut = extract.resolve("pets/c.parquet");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 40));
        parquet("pets/d.parquet", "SELECT 1 AS id, TIMESTAMPTZ '2020-01-01 00:00:00+00' AS name");
        assertThat(faults())
                .containsExactlyInAnyOrder(
                        "pets/a.parquet:0:id bad-type",
                        "pets/b.parquet:0:name missing-column",
                        "pets/c.parquet:0:null unreadable-file",
                        "pets/d.parquet:0:name bad-type");
    }

    @Test
    void filesOfOneTableMustAgreeOnTheTypes() throws IOException {
        parquet("pets/a.parquet", "SELECT 1 AS id, 'x' AS name, DATE '2020-01-01' AS born");
        write("pets/b.csv", "id,name,born\n1,a,2020-01-01\n");
        write("pets/c.csv", "id,name\n1,a\n");
        assertThat(faults()).containsExactly("pets/b.csv:0:born bad-type");
    }

    @Test
    void aTableThatIsThereTwiceIsRefused() throws IOException {
        write("pets.csv", "id,name\n");
        write("pets/a.csv", "id,name\n");
        assertFails(ErrorCode.CONFIGURATION);
    }

    private void assertFails(ErrorCode code) {
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
        assertThat(session).isEmptyDirectory();
    }

    @Test
    void aFileThatChangesWhileItIsReadEndsTheRun() throws IOException {
        write("pets.csv", "id,name\n1,a\n");
        SourceFile before = SourceFile.of(extract, extract.resolve("pets.csv"));
        Files.writeString(before.path(), "2,b\n", StandardOpenOption.APPEND);
        try (Session open = open();
                Intake intake = new Intake(open, Mapping.NONE)) {
            TableBuilder table = new TableBuilder(PETS, List.of(before));
            assertThatThrownBy(() -> intake.run(List.of(table))).isInstanceOfSatisfying(Failure.class, failure -> {
                assertThat(failure.code()).isEqualTo(ErrorCode.FILE_CHANGED);
                assertThat(failure.arguments()).containsEntry("where", "pets.csv");
            });
        }
    }

    @Test
    void parquetThatChangesUnderARunIsSeenAtItsEnd() throws IOException {
        parquet("pets.parquet", "SELECT 1 AS id, 'x' AS name");
        try (Reading reading = read()) {
            RawTable table = reading.table("pets");
            table.checkUnchanged();
            Files.write(extract.resolve("pets.parquet"), new byte[] {0}, StandardOpenOption.APPEND);
            assertThatThrownBy(table::checkUnchanged)
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.FILE_CHANGED));
        }
    }

    /// A disk that takes so many bytes and no more.
    private record SmallDisk(Path folder, int bytes, AtomicInteger used, AtomicInteger names) implements StageFolder {
        @Override
        public Path next() {
            return folder.resolve("part-" + names.incrementAndGet());
        }

        @Override
        public OutputStream create(Path path) throws IOException {
            OutputStream file = Files.newOutputStream(path);
            return new OutputStream() {
                @Override
                public void write(int value) throws IOException {
                    write(new byte[] {(byte) value}, 0, 1);
                }

                @Override
                public void write(byte[] from, int offset, int length) throws IOException {
                    if (used.addAndGet(length) > bytes) {
                        throw new FileSystemException(path.toString(), null, "No space left on device");
                    }
                    file.write(from, offset, length);
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        }
    }

    @Test
    void aFullDiskEndsTheRunAndLeavesNothing() throws IOException {
        write("pets/a.csv", "id,name\n" + "1,abcdefghijklmnop\n".repeat(100_000));
        write("pets/b.csv", "id,name\n" + "1,abcdefghijklmnop\n".repeat(100_000));
        List<SourceFile> files = new FileSearch(extract).canonical("pets");
        try (Session open = open()) {
            SmallDisk disk = new SmallDisk(open.folder(), 1_000_000, new AtomicInteger(), new AtomicInteger());
            try (Intake intake = new Intake(open, Mapping.NONE, disk)) {
                assertThatThrownBy(() -> intake.run(List.of(new TableBuilder(PETS, files))))
                        .isInstanceOfSatisfying(
                                Failure.class,
                                failure -> assertThat(failure.code()).isEqualTo(ErrorCode.DISK_FULL));
            }
        }
        assertThat(session).isEmptyDirectory();
    }
}
