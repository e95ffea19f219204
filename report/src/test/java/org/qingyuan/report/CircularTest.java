package org.qingyuan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.report.circular.Samples.NINE;
import static org.qingyuan.report.circular.Samples.input;
import static org.qingyuan.report.circular.Samples.results;
import static org.qingyuan.report.circular.Samples.run;
import static org.qingyuan.report.circular.Samples.session;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.Language;
import org.qingyuan.output.ResultJson;
import org.qingyuan.output.ResultListener;
import org.qingyuan.report.circular.ResultSource;
import org.qingyuan.report.circular.Samples;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class CircularTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static String html(List<? extends ResultSource> sources, Language language) throws IOException {
        StringWriter out = new StringWriter();
        Circular.write(sources, language, ZONE, out);
        return out.toString();
    }

    private static String html(ResultSource source, Language language) throws IOException {
        return html(List.of(source), language);
    }

    /// The document as XML: it is written so that both kinds of parser read it.
    private static Document parsed(String html) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void matchesTheGolden(Language language) throws IOException {
        Golden.check("circular_" + language.code() + ".html", html(Samples.campus(), language));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasATextForEverything(Language language) throws IOException {
        assertThat(html(Samples.campus(), language)).doesNotContain("⟦").doesNotContain("report.");
        assertThat(html(results(run("A")), language)).doesNotContain("⟦");
        assertThat(html(results(null), language)).doesNotContain("⟦");
        RunSummary hour = run("A", input("a.pcap", NINE, NINE.plusSeconds(3600)));
        RunSummary half = run("B", input("b.pcap", NINE, NINE.plusSeconds(1800)));
        assertThat(html(List.of(results(hour, session("10.0.0.1")), results(half, session("10.0.0.2"))), language))
                .doesNotContain("⟦");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void showsProxiesCoverageLearnedPoolsAndTheTimesOfEachSite(Language language) throws IOException {
        Map<String, Object> covered = Map.of(
                "network",
                "10.20.0.0/16",
                "date",
                "2021-10-12",
                "packetsFrom",
                77_001L,
                "packetsTo",
                88_002L,
                "bytes",
                9L);
        Map<String, Object> learned =
                Map.of("host", "<new>.example", "ip", "2001:db8::9", "port", 3333L, "dialect", "zcash", "coin", "ZEC");
        RunSummary first = Samples.with(
                run("A", input("a.pcap", NINE, NINE.plusSeconds(3600))),
                Map.of("coverage", List.of(covered), "coverageMerged", 5L, "learnedPools", List.of(learned)));
        RunSummary second = run("B", input("b.pcap", NINE.plusSeconds(600), NINE.plusSeconds(3600)));
        String html = html(
                List.of(
                        results(first, session("10.0.0.1").at("10.20.8.2"), session("10.20.8.2")),
                        results(second, session("10.0.0.1"))),
                language);
        assertThat(html)
                .contains("10.20.8.2", "10.20.0.0/16", "77,001", "88,002", "[2001:db8::9]:3333", "&lt;new&gt;.example")
                .contains("09:10:00 +08:00")
                .doesNotContain("⟦");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void isWellFormedAndEveryChartIsDescribed(Language language) throws Exception {
        Document document = parsed(html(Samples.campus(), language));
        NodeList charts = document.getElementsByTagName("svg");
        int described = 0;
        for (int i = 0; i < charts.getLength(); i++) {
            Element chart = (Element) charts.item(i);
            if (chart.getAttribute("role").equals("img")) {
                assertThat(chart.getElementsByTagName("title").getLength()).isEqualTo(1);
                assertThat(chart.getElementsByTagName("desc").getLength()).isEqualTo(1);
                described++;
            }
        }
        assertThat(described).isEqualTo(5);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }

    @Test
    void loadsNothingFromOutside() throws IOException {
        String html = html(Samples.campus(), Language.ZH)
                .replace("http://www.w3.org/2000/svg", "")
                .replace("default-src 'none'", "");
        assertThat(html).doesNotContain("://", "src=", "url(", "@import", "<link", "<script", "javascript:");
    }

    @Test
    void escapesWhatComesFromOutside() throws Exception {
        String evil = "<script>alert(1)</script>\u202e\u0007\"'&";
        String html = html(
                results(
                        run(evil, input(evil, NINE, NINE.plusSeconds(3600))),
                        session("10.0.0.1")
                                .worker(evil)
                                .with("pool", java.util.Map.of("name", evil))
                                .with("wallet", evil)
                                .with("algorithm", evil)
                                .with("dialect", evil)),
                Language.EN);
        parsed(html);
        assertThat(html)
                .doesNotContain("<script", "\u202e", "\u0007")
                .contains("&lt;script&gt;alert(1)", "\\x{202e}", "\\x{7}");
    }

    @Test
    void masksWalletsAndMailAddresses() throws IOException {
        String html = html(Samples.campus(), Language.EN);
        assertThat(html).contains("48edfH").doesNotContain("48edfHu7V9Z").doesNotContain("me@example.com");
    }

    @Test
    void saysThatNothingWasFound() throws Exception {
        RunSummary run = run("A", input("a.pcap", NINE, NINE.plusSeconds(3600)));
        String html = html(results(run), Language.EN);
        parsed(html);
        assertThat(html).contains("no mining session was confirmed");
    }

    @Test
    void listsAttemptsWhereNothingElseWasFound() throws Exception {
        RunSummary run = run("A", input("a.pcap", NINE, NINE.plusSeconds(3600)));
        String html = html(results(run, session("10.9.9.9").attempt("refused", 14)), Language.EN);
        parsed(html);
        assertThat(html).contains("no mining session was confirmed", "attempts: 14", "10.9.9.9");
    }

    @Test
    void warnsOfResultsThatWereCutOff() throws IOException {
        assertThat(html(results(null, session("10.0.0.1")), Language.EN)).contains("lack their last line");
    }

    @Test
    void isTheSameFromLinesAsFromRecords() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        ResultSource direct = Samples.campus().getFirst();
        direct.read(writingTo(lines));
        ResultFile file = new ResultFile("x.jsonl", () -> new ByteArrayInputStream(lines.toByteArray()));
        String once = html(file, Language.ZH);
        assertThat(once).isEqualTo(html(file, Language.ZH));
        assertThat(once.replace(file.sha256(), direct.sha256())).isEqualTo(html(direct, Language.ZH));
    }

    private static ResultListener writingTo(ByteArrayOutputStream lines) {
        return new ResultListener() {
            @Override
            public void finding(Finding finding) {
                write(ResultJson.line(finding));
            }

            @Override
            public void run(RunSummary run) {
                write(ResultJson.line(run));
            }

            @Override
            public void rejected(Reject reject) {
                throw new AssertionError(reject);
            }

            private void write(byte[] line) {
                try {
                    lines.write(line);
                    lines.write(line[line.length - 1] == '\n' ? new byte[0] : new byte[] {'\n'});
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    @Test
    void readsHostileLinesWithoutAnException() throws Exception {
        String lines = """
                not json
                {"record":"finding","schema":1}
                {"record":"run","schema":1}
                """;
        ResultFile file = new ResultFile(
                "x.jsonl", () -> new ByteArrayInputStream(lines.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        String html = html(file, Language.EN);
        parsed(html);
        assertThat(html).contains("3 lines of the results could not be understood");
    }
}
