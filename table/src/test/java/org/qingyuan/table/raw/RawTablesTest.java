package org.qingyuan.table.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;
import org.qingyuan.table.session.Sql;

class RawTablesTest {
    private static final TableShape PETS = new TableShape("pets", List.of("id", "name"), List.of("born", "weight"));

    @TempDir
    Path folder;

    private Session session() throws IOException {
        return Session.open(SessionOptions.ofMachine(folder, 2, List.of(folder)).withMemory(256 << 20));
    }

    private static List<String> rows(Session session, RawTable table) throws IOException {
        List<String> rows = new ArrayList<>();
        session.query(
                "SELECT file_no, \"row\", line, id, name, born, weight FROM " + table.relation() + " ORDER BY 1, 2",
                row -> rows.add(row.integer(0) + ":" + row.integer(1) + "@" + row.integer(2) + " " + row.optionalText(3)
                        + "|" + row.optionalText(4) + "|" + row.optionalText(5) + "|" + row.optionalText(6)));
        return rows;
    }

    @Test
    void readsTextByTheNamesOfItsColumns() throws IOException {
        Files.writeString(folder.resolve("pets.csv"), "name,extra,id\n猫,,0001\n\"a,b\",x,\n");
        try (Session session = session()) {
            RawTable table = RawTables.open(session, folder, PETS).orElseThrow();
            assertThat(rows(session, table)).containsExactly("0:1@2 0001|猫|null|null", "0:2@3 |a,b|null|null");
            assertThat(table.columns())
                    .isEqualTo(Map.of(
                            "id",
                            ColumnType.TEXT,
                            "name",
                            ColumnType.TEXT,
                            "born",
                            ColumnType.ABSENT,
                            "weight",
                            ColumnType.ABSENT));
            assertThat(table.unknownColumns()).containsExactly("extra");
            assertThat(table.rows()).isEqualTo(2);
        }
    }

    @Test
    void keepsTheTypesOfParquet() throws IOException {
        Path file = Files.createDirectory(folder.resolve("pets")).resolve("a.parquet");
        try (Session session = session()) {
            session.execute(
                    "COPY (SELECT 7 AS id, 'x' AS name, DATE '2020-02-29' AS born, 1.50::DECIMAL(9,2) AS weight) TO "
                            + Sql.text(file.toString()));
            RawTable table = RawTables.open(session, folder, PETS).orElseThrow();
            assertThat(rows(session, table)).containsExactly("0:1@1 7|x|2020-02-29|1.50");
            assertThat(table.columns())
                    .containsEntry("born", ColumnType.DATE)
                    .containsEntry("weight", ColumnType.DECIMAL);
        }
    }

    @Test
    void saysThatATableIsNotThere() throws IOException {
        try (Session session = session()) {
            assertThat(RawTables.open(session, folder, PETS)).isEmpty();
        }
    }
}
