package org.qingyuan.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    private static String row(String... cells) throws IOException {
        StringBuilder out = new StringBuilder();
        new CsvWriter(out, false).row(Arrays.asList(cells));
        return out.toString();
    }

    @Test
    void quotesOnlyWhatNeedsIt() throws IOException {
        assertThat(row("a", "b,c", "d\"e", "f\ng", "", "中")).isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\ng\",,中\n");
    }

    @Test
    void quotesSpacesAtTheEnds() throws IOException {
        assertThat(row(" a", "b ", "c d")).isEqualTo("\" a\",\"b \",c d\n");
    }

    @Test
    void disarmsFormulas() throws IOException {
        assertThat(row("=1+1", "+1", "-cmd", "@x", "\ty", "\rz", "＝A1"))
                .isEqualTo("'=1+1,'+1,'-cmd,'@x,'\ty,\"'\rz\",'＝A1\n");
    }

    @Test
    void disarmsFormulasBehindALineEnd() throws IOException {
        assertThat(row("\n=1")).isEqualTo("\"'\n=1\"\n");
    }

    @Test
    void leavesNegativeNumbersAlone() throws IOException {
        assertThat(row("-1", "-1.50", "-", "-1.2.3", "-1-1", "-.")).isEqualTo("-1,-1.50,'-,'-1.2.3,'-1-1,'-.\n");
    }

    @Test
    void aSingleEmptyCellIsNoEmptyLine() throws IOException {
        assertThat(row("")).isEqualTo("\"\"\n");
        assertThat(row("", "")).isEqualTo(",\n");
    }

    @Test
    void writesAByteOrderMarkWhenAsked() throws IOException {
        StringBuilder out = new StringBuilder();
        new CsvWriter(out, true).row(Arrays.asList("a", null));
        assertThat(out).hasToString("\ufeffa,\n");
    }
}
