package org.qingyuan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// Runs SQL over a bank in Parquet within a session of the program's own settings: the floor of reading every cell
/// once,
/// or a script. Prints the seconds of each statement that takes longer than a tenth, and the sum that shows that the
/// cells
/// were read.
public final class BankScript {
    private static final double NANOS = 1e9;
    private static final double SLOW = 0.1;

    private BankScript() {}

    /// @param arguments `floor FOLDER` or `SCRIPT FOLDER AS_OF EXTRACTED_ON OUT`
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        Path temporary = Files.createTempDirectory("qingyuan-bench");
        List<Path> paths = arguments.length > 4
                ? List.of(folder, Path.of(arguments[4]).toAbsolutePath().getParent())
                : List.of(folder);
        try (Session session = Session.open(SessionOptions.ofMachine(temporary, 2, paths))) {
            if (arguments[0].equals("floor")) {
                floor(session, folder);
            } else {
                script(session, arguments);
            }
        } finally {
            Files.delete(temporary);
        }
    }

    private static void floor(Session session, Path folder) throws IOException {
        for (String table : List.of("customers", "accounts", "transactions")) {
            Path file = folder.resolve(table + ".parquet");
            if (Files.exists(file)) {
                session.query(
                        "SELECT bit_xor(hash(COLUMNS(*)))::VARCHAR FROM read_parquet('" + file + "')",
                        row -> System.out.println(table + " " + row.text(0)));
            }
        }
    }

    private static void script(Session session, String[] arguments) throws IOException {
        Map<String, String> values = Map.of(
                ":folder", "'" + arguments[1] + "'",
                ":asOf", "DATE '" + arguments[2] + "'",
                ":extractedOn", "DATE '" + arguments[3] + "'",
                ":out", "'" + arguments[4] + "'");
        String text = Files.readString(Path.of(arguments[0])).replaceAll("(?m)^--.*\\n", "");
        for (String statement : text.split(";[ ]*\\n")) {
            String sql = statement.strip();
            for (Map.Entry<String, String> value : values.entrySet()) {
                sql = sql.replace(value.getKey(), value.getValue());
            }
            long start = System.nanoTime();
            session.execute(sql);
            double seconds = (System.nanoTime() - start) / NANOS;
            if (seconds > SLOW) {
                String first = sql.lines().findFirst().orElse("");
                System.out.printf(Locale.ROOT, "%.2f %.60s%n", seconds, first);
            }
        }
    }
}
