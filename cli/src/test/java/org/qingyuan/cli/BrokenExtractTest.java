package org.qingyuan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An extract that cannot be read ends the command with one line that names the file, and leaves no results, whole or
/// half.
class BrokenExtractTest {
    @TempDir
    Path folder;

    private Path bank;

    @BeforeEach
    void makeTheBank() {
        bank = folder.resolve("bank");
        assertThat(new Bench(folder)
                        .run("generate", "accounts", "--customers", "1", "-w", "bank")
                        .code())
                .isZero();
    }

    private byte[] accounts() throws IOException {
        return Files.readAllBytes(bank.resolve("accounts.csv"));
    }

    private void replaceAccounts(String name, byte[] bytes) throws IOException {
        Files.delete(bank.resolve("accounts.csv"));
        Files.write(bank.resolve(name), bytes);
    }

    private void assertRefused(String file) throws IOException {
        Bench.Result result = new Bench(folder)
                .run("accounts", "screen", "bank", "--as-of", "2026-06-30", "-w", "out.jsonl", "--report", "out.html");
        assertThat(result.code()).as(result.err()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines().filter(line -> line.startsWith("qingyuan: ")))
                .singleElement()
                .asString()
                .contains(file);
        try (var files = Files.list(folder)) {
            assertThat(files.filter(each -> each.getFileName().toString().startsWith("out")))
                    .isEmpty();
        }
    }

    @Test
    void aTableCutOffInItsCompression() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(gzip)) {
            out.write(accounts());
        }
        replaceAccounts("accounts.csv.gz", Arrays.copyOf(gzip.toByteArray(), gzip.size() / 2));
        assertRefused("accounts.csv.gz");
    }

    @Test
    void aTableOfNothingButNul() throws IOException {
        replaceAccounts("accounts.csv", new byte[1 << 20]);
        assertRefused("accounts.csv");
    }

    @Test
    void anEmptyTable() throws IOException {
        replaceAccounts("accounts.csv", new byte[0]);
        assertRefused("accounts.csv");
    }

    @Test
    void aTableThatLacksAColumn() throws IOException {
        replaceAccounts("accounts.csv", "account_id,customer_id\n1,2\n".getBytes(UTF_8));
        assertRefused("accounts.csv");
    }

    @Test
    void aTableThatIsNoParquet() throws IOException {
        replaceAccounts("accounts.parquet", "PAR1 and no more".getBytes(UTF_8));
        assertRefused("accounts.parquet");
    }

    @Test
    void aHeaderWithoutEnd() throws IOException {
        byte[] endless = new byte[2 << 20];
        Arrays.fill(endless, (byte) 'x');
        replaceAccounts("accounts.csv", endless);
        assertRefused("accounts.csv");
    }

    @Test
    void aQuoteThatIsNeverClosedInFrontCostsOneRowAndTheRunGoesOn() throws IOException {
        String text = new String(accounts(), UTF_8);
        int row = text.indexOf('\n') + 1;
        replaceAccounts(
                "accounts.csv", (text.substring(0, row) + "E,\"broken\n" + text.substring(row)).getBytes(UTF_8));
        Bench.Result result = new Bench(folder)
                .run(
                        "accounts",
                        "screen",
                        "bank",
                        "--as-of",
                        "2026-06-30",
                        "--accept-unattributable",
                        "--rejects",
                        "r.csv",
                        "-w",
                        "o.jsonl");
        assertThat(result.code()).as(result.err()).isZero();
        List<String> rejects = Files.readAllLines(folder.resolve("r.csv"));
        assertThat(rejects).anyMatch(line -> line.startsWith("accounts.csv,2,branch,bad-quoting"));
        assertThat(rejects.stream().filter(line -> line.contains("bad-quoting")))
                .hasSize(1);
    }
}
