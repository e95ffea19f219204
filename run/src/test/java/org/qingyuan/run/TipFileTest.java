package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.casework.campaign.Tip;
import org.qingyuan.casework.campaign.TipSource;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

class TipFileTest {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    static final String MINING = """
            field,value
            source,hotline
            received-on,2026-11-20
            reference,H-2026-118
            subject-kind,address
            subject,2001:DB8::0:7
            organisation,u-ninglan-cs
            organisation-name,宁岚大学计算机学院
            organisation-kind,university
            region,320106
            text,"机房 301 夜间持续运行,
            噪声很大"
            """;

    private static final String ACCOUNT = """
            field,value
            source,inspection
            received-on,2026-11-25
            subject-kind,customer
            subject,C/1
            legal-entity,4020001
            rule,long-inactive
            text,the holder says it is not hers
            """;

    private static Tip read(String text, Kind kind) {
        return TipFile.read("tip.csv", text.getBytes(UTF_8), kind, TODAY, "d");
    }

    private static String refusal(String text, Kind kind) {
        Failure failure = Objects.requireNonNull(catchThrowableOfType(Failure.class, () -> read(text, kind)));
        assertThat(failure.code()).isEqualTo(ErrorCode.SHEET_REJECTED);
        return failure.arguments().get("where") + " " + failure.arguments().get("reject");
    }

    @Test
    void readsAReportOnAnAddressAsFindingsWriteIt() {
        Tip tip = read(MINING, Kind.MINING);
        assertThat(tip.matter().key()).isEqualTo("mining/2001:db8::7");
        assertThat(tip.subject().id()).isEqualTo("2001:db8::7");
        assertThat(tip.told().source()).isEqualTo(TipSource.HOTLINE);
        assertThat(tip.told().text()).isEqualTo("机房 301 夜间持续运行,\n噪声很大");
        assertThat(tip.place().organisation()).isEqualTo("u-ninglan-cs");
        assertThat(tip.place().area()).isEqualTo("320106");
    }

    @Test
    void readsAReportOnACustomer() {
        Tip tip = read(ACCOUNT, Kind.ACCOUNTS);
        assertThat(tip.matter().key()).isEqualTo("accounts/long-inactive/4020001/C%2F1");
        assertThat(tip.place().holder()).isEqualTo("C/1");
        assertThat(tip.place().area()).isEqualTo("4020001");
    }

    @Test
    void aPlaceHasAKeyThatNoFindingHas() {
        String text =
                MINING.replace("subject-kind,address", "subject-kind,place").replace("2001:DB8::0:7", "2 号楼 301/302");
        assertThat(read(text, Kind.MINING).matter().key()).isEqualTo("mining/place/2 号楼 301%2F302");
    }

    @Test
    void whoReportedHasNoField() {
        assertThat(refusal(MINING + "reporter,王芳\n", Kind.MINING)).isEqualTo("tip.csv:13:field unknown-field");
    }

    @ParameterizedTest
    @CsvSource({
        "'source,hotline', 'source,rumour', tip.csv:2:source unknown-value",
        "'source,hotline', 'source,list', tip.csv:2:source unknown-value",
        "'source,hotline', 'site,a', tip.csv:source blank-value",
        "'received-on,2026-11-20', 'received-on,2026-11-26', tip.csv:3:received-on bad-date",
        "'received-on,2026-11-20', 'received-on,20/11/2026', tip.csv:3:received-on bad-date",
        "'reference,H-2026-118', 'source,forum', tip.csv:4:field repeated-id",
        "'subject-kind,address', 'subject-kind,customer', tip.csv:5:subject-kind unknown-value",
        "'2001:DB8::0:7', '10.0.0.0/8', tip.csv:6:subject bad-value",
        "'2001:DB8::0:7', '10.0.0.256', tip.csv:6:subject bad-value",
        "'2001:DB8::0:7', '::ffff:10.0.0.1', tip.csv:6:subject bad-value",
        "'organisation-kind,university', 'organisation-kind,casino', tip.csv:9:organisation-kind unknown-kind",
        "'organisation-kind,university', 'site,x', tip.csv:organisation-kind blank-value",
        "'region,320106', 'region,990000', tip.csv:10:region unknown-region",
        "'organisation,u-ninglan-cs', 'organisation,a b', tip.csv:7:organisation bad-value",
        "'field,value', 'field,value,more', tip.csv:1:more unknown-field",
        "'field,value', 'name,value', tip.csv:1:field missing-column"
    })
    void refusesWhatItDoesNotKnow(String good, String bad, String told) {
        assertThat(refusal(MINING.replace(good, bad), Kind.MINING)).isEqualTo(told);
    }

    @Test
    void aTextIsAtTheLimitOrRefused() {
        String rest = "field,value\nsource,forum\nreceived-on,2026-11-20\nsubject-kind,place\nsubject,x\ntext,";
        assertThat(read(rest + "字".repeat(4000) + "\n", Kind.MINING).told().text())
                .hasSize(4000);
        assertThat(refusal(rest + "字".repeat(4001) + "\n", Kind.MINING)).isEqualTo("tip.csv:6:text bad-value");
        assertThat(refusal(rest + "a\u001b[2Jb\n", Kind.MINING)).isEqualTo("tip.csv:6:text bad-value");
        assertThat(refusal(rest + "a\u202eb\n", Kind.MINING)).isEqualTo("tip.csv:6:text bad-value");
    }

    @Test
    void anAccountNeedsItsLegalEntityAndAnAddressIsNoneOfAccounts() {
        assertThat(refusal(ACCOUNT.replace("legal-entity,4020001\n", ""), Kind.ACCOUNTS))
                .isEqualTo("tip.csv:legal-entity blank-value");
        assertThat(refusal(MINING, Kind.ACCOUNTS)).isEqualTo("tip.csv:5:subject-kind unknown-value");
    }
}
