package org.qingyuan.table.raw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.table.mapping.Mapping;

/// Broken files at their full size, and files cut off wherever they may be. `./test --long` makes the large ones and
/// cuts at every byte.
class HugeFilesTest {
    private static final boolean LONG = Boolean.getBoolean("qingyuan.long");
    private static final int CUT_STEP = LONG ? 1 : 41;
    private static final int BLOCK = 1 << 20;
    private static final TableShape PETS = new TableShape("pets", List.of("id", "name"), List.of("born"));
    private static final List<String> REJECT = List.of("column", "fault", "id");

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

    /// Writes the start, then the block so many times, then the end.
    private void write(String start, String block, int times, String end) throws IOException {
        byte[] bytes = block.getBytes(UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(extract.resolve("pets.csv")), BLOCK)) {
            out.write(start.getBytes(UTF_8));
            for (int i = 0; i < times; i++) {
                out.write(bytes);
            }
            out.write(end.getBytes(UTF_8));
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "qingyuan.long", matches = "true")
    void aBrokenQuoteInFrontOfTwoGigabytesCostsOneRow() throws IOException {
        String row = "1," + "b".repeat(124) + ",\n";
        int rowsOfBlock = BLOCK / row.length();
        write("id,name,born\n0,\"a,\n", row.repeat(rowsOfBlock), 2048, "");
        assertThat(Files.size(extract.resolve("pets.csv"))).isGreaterThan(2_000_000_000L);
        try (Reading reading = read()) {
            assertThat(reading.table("pets").rows()).isEqualTo(2048L * rowsOfBlock + 1);
            assertThat(reading.rows("rejected_pets", REJECT)).containsExactly("1@2 name|bad-quoting|0");
            assertThat(reading.session().count("SELECT count(*) FROM raw_pets WHERE line = \"row\" + 1"))
                    .isEqualTo(2048L * rowsOfBlock);
        }
        assertThat(session).isEmptyDirectory();
    }

    @Test
    @EnabledIfSystemProperty(named = "qingyuan.long", matches = "true")
    void anEndlessRowOfAHundredMegabytesIsOneReject() throws IOException {
        for (String start : List.of("id,name\n1,", "id,name\n1,\"")) {
            write(start, "x".repeat(BLOCK), 100, "\n2,b\n");
            try (Reading reading = read()) {
                assertThat(reading.rows("rejected_pets", REJECT)).containsExactly("1@2 name|oversized-line|1");
                assertThat(reading.rows("raw_pets", PETS.columns())).containsExactly("2@3 2|b|~");
            }
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "qingyuan.long", matches = "true")
    void aHundredMegabytesOfNothingButNulAreOneReject() throws IOException {
        write("id,name\n", "\0".repeat(BLOCK), 100, "\n2,b\n");
        try (Reading reading = read()) {
            assertThat(reading.table("pets").rejected()).isEqualTo(1);
            assertThat(reading.rows("raw_pets", PETS.columns())).containsExactly("2@3 2|b|~");
        }
        write("", "\0".repeat(BLOCK), 100, "");
        try (Reading reading = read()) {
            assertThat(reading.table("pets").faults()).hasSize(1);
        }
    }

    @Test
    void compressedDataMayBeCutOffAnywhere() throws IOException {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 400; i++) {
            text.append(i)
                    .append(',')
                    .append(Integer.toHexString(i * 0x9e3779b9))
                    .append('\n');
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(text.toString().getBytes(UTF_8));
        }
        Set<String> cut = new TreeSet<>();
        cut(gzip.toByteArray(), "gz", 10, cut);
        cut(Zstd.compress(text.toString().getBytes(UTF_8)), "zst", 4, cut);
        Map<String, String> faults = new TreeMap<>();
        try (Reading reading = read()) {
            reading.table("pets")
                    .faults()
                    .forEach(fault -> faults.put(
                            fault.file(), fault.line() + " " + fault.reason().word()));
        }
        assertThat(faults.keySet()).isEqualTo(cut);
        assertThat(Set.copyOf(faults.values())).containsExactly("0 damaged-compression");
        assertThat(session).isEmptyDirectory();
    }

    /// Leaves the data in files cut off from a length on.
    private void cut(byte[] whole, String kind, int from, Set<String> names) throws IOException {
        Files.createDirectories(extract.resolve("pets"));
        for (int length = from; length < whole.length; length += CUT_STEP) {
            String name = "pets/" + kind + "-" + length + ".csv";
            Files.write(extract.resolve(name), Arrays.copyOf(whole, length));
            names.add(name);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "qingyuan.long", matches = "true")
    void aFileThatGrowsUnderTheReaderEndsTheRun() throws Exception {
        write("id,name\n", "1,abcdefghijklmnopqrstuvwxyz\n".repeat(30_000), 300, "");
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> append(done));
        try {
            assertThatThrownBy(() -> {
                        try (Reading reading = read()) {
                            reading.table("pets").checkUnchanged();
                        }
                    })
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.FILE_CHANGED));
        } finally {
            done.set(true);
            writer.join();
        }
        assertThat(session).isEmptyDirectory();
    }

    private void append(AtomicBoolean done) {
        try (OutputStream out = Files.newOutputStream(extract.resolve("pets.csv"), StandardOpenOption.APPEND)) {
            while (!done.get()) {
                out.write("2,b\n".getBytes(UTF_8));
                Thread.onSpinWait();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
