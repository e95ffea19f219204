package org.qingyuan.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import org.qingyuan.table.mapping.Mapping;
import org.qingyuan.table.mapping.MappingReader;
import org.qingyuan.table.raw.RawTable;
import org.qingyuan.table.raw.RawTables;
import org.qingyuan.table.raw.TableShape;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;
import org.qingyuan.table.text.Dialect;
import org.qingyuan.table.text.Records;
import org.qingyuan.table.text.TextEncoding;

/// Times how a bank's text is read: GB18030 with 0x1B between the fields of customers. Each line prints the rate by the
/// wall's clock and by the processor's, and the sum of rows and of the bytes of the fields, which must agree.
public final class ExtractText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<String> COLUMNS = List.of(
            "legal_entity",
            "customer_id",
            "kind",
            "id_type",
            "id_number",
            "name",
            "phone",
            "phone_verified_on",
            "address",
            "id_expires_on",
            "registered_on");
    private static final String MAPPING = """
            defaults: {encoding: gb18030, separator: "0x1b", quote: none, header: false}
            tables:
              customers:
                files: customers.dat
                fields: 11
                columns:
                  legal_entity: 1
                  customer_id: 2
                  kind: {position: 3, words: {"1": person, "2": unit}}
                  id_type: {position: 4, words: {"10": resident_id, "20": passport}}
                  id_number: 5
                  name: 6
                  phone: 7
                  phone_verified_on: {position: 8, date: yyyyMMdd, blank: "00000000"}
                  address: 9
                  id_expires_on: {position: 10, date: yyyyMMdd, words: {"00000000": missing}}
                  registered_on: {position: 11, date: yyyyMMdd}
            """;

    private final Path file;
    private final long bytes;

    private ExtractText(Path file) throws IOException {
        this.file = file;
        this.bytes = Files.size(file);
    }

    /// @param arguments the folder to work in and how many rows to make
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Path file = folder.resolve("customers.dat");
        make(file, Integer.parseInt(arguments[1]));
        Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
        ExtractText bench = new ExtractText(file);
        for (int turn = 0; turn < 3; turn++) {
            bench.time("floor: bytes from the page cache", bench::floor);
            bench.time("peer: Reader, readLine, split", bench::peer);
            bench.time("decode, split and check", bench::records);
            bench.time("all of it into Parquet, 2 threads", () -> bench.load(folder));
        }
    }

    private void time(String what, Callable<String> work) throws Exception {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long wall = System.nanoTime();
        String sum = work.call();
        double seconds = (System.nanoTime() - wall) / 1e9;
        double busy = (machine.getProcessCpuTime() - cpu) / 1e9;
        System.out.println(String.format(
                Locale.ROOT,
                "%-36s %7.0f MB/s  %7.0f MB/s of processor  %s",
                what,
                bytes / 1e6 / seconds,
                bytes / 1e6 / busy,
                sum));
    }

    private static void make(Path file, int rows) throws IOException {
        Random random = new Random(1);
        String names = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾𠮷㐂龦";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < rows; i++) {
                int first = names.offsetByCodePoints(0, random.nextInt(names.codePointCount(0, names.length()) - 1));
                String name = names.substring(first, names.offsetByCodePoints(first, 1)) + "建国";
                String row = String.join(
                        "\u001b",
                        "0001",
                        "C" + (100_000_000 + i),
                        "1",
                        "10",
                        "1101011990" + (10_000_000 + random.nextInt(80_000_000)),
                        name,
                        "138" + (10_000_000 + random.nextInt(80_000_000)),
                        "20190301",
                        "北京市东城区东华门街道" + i % 1000 + "号院" + i % 30 + "号楼",
                        i % 7 == 0 ? "00000000" : "20301231",
                        "20150101");
                out.write((row + "\n").getBytes(GB18030));
            }
        }
    }

    private String floor() throws IOException {
        byte[] block = new byte[1 << 18];
        long sum = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                sum += count;
            }
        }
        return sum + " bytes";
    }

    private String peer() throws IOException {
        long rows = 0;
        long sum = 0;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(Files.newInputStream(file), GB18030))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                rows++;
                for (String field : line.split("\u001b", -1)) {
                    sum += field.getBytes(UTF_8).length;
                }
            }
        }
        return sum(rows, sum);
    }

    private String records() throws IOException {
        long rows = 0;
        long sum = 0;
        try (InputStream in = Files.newInputStream(file)) {
            Records records = new Records(in, TextEncoding.GB18030, new Dialect("\u001b", false));
            while (records.next()) {
                if (records.problem() == null && records.fields() == COLUMNS.size()) {
                    rows++;
                    for (int i = 0; i < records.fields(); i++) {
                        sum += records.end(i) - records.start(i);
                    }
                }
            }
        }
        return sum(rows, sum);
    }

    private String load(Path folder) throws IOException {
        Mapping mapping = new MappingReader(Map.of("customers", COLUMNS)).read(folder.resolve("mapping.yaml"));
        TableShape shape = new TableShape("customers", COLUMNS, List.of());
        SessionOptions options =
                SessionOptions.ofMachine(folder, 2, List.of(folder)).withMemory(1L << 30);
        try (Session session = Session.open(options)) {
            RawTable table = Objects.requireNonNull(
                    RawTables.openAll(session, folder, List.of(shape), mapping).get("customers"));
            return table.rows() + " rows, " + table.rejected() + " rejected, "
                    + session.count("SELECT sum(strlen(name) + strlen(address))::BIGINT FROM raw_customers")
                    + " bytes of names and addresses";
        }
    }

    private static String sum(long rows, long bytes) {
        return rows + " rows, " + bytes + " bytes of fields";
    }
}
