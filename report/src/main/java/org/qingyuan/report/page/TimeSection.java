package org.qingyuan.report.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.Bucket;
import org.qingyuan.report.circular.CircularModel.Step;
import org.qingyuan.report.circular.CircularModel.TimeLine;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;
import org.qingyuan.report.page.ColumnChart.Column;

/// What happened when: energy split by algorithm, and pool traffic.
record TimeSection(Wording wording) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter LONG_HOUR = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    List<Block> blocks(CircularModel model) {
        TimeLine line = model.timeLine();
        List<Block> blocks = new ArrayList<>();
        if (line.buckets().isEmpty()) {
            blocks.add(new Paragraph(wording.say("report.nothing"), Tone.PLAIN));
            return blocks;
        }
        String step = line.step().name().toLowerCase(Locale.ROOT);
        blocks.add(new Paragraph(wording.say("report.time." + step), Tone.PLAIN));
        if (!line.algorithms().isEmpty()) {
            blocks.add(new Block.Columns(energy(line)));
        }
        blocks.add(new Block.Columns(traffic(line)));
        blocks.add(table(line));
        return blocks;
    }

    private ColumnChart energy(TimeLine line) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < line.buckets().size(); i++) {
            List<Double> kwh = folded(line.buckets().get(i).kwh());
            columns.add(new Column(label(line, i, !spansYears(line)), kwh, isAfterGap(line, i)));
        }
        return new ColumnChart(
                wording.say("report.chart.timeEnergy"),
                wording.say("report.chart.timeEnergy.description"),
                wording.word("unit", "kWh"),
                series(line),
                columns,
                wording.humans()::number);
    }

    private List<String> series(TimeLine line) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.min(line.algorithms().size(), ColumnChart.MAX_SERIES); i++) {
            boolean rest = i == ColumnChart.MAX_SERIES - 1 && line.algorithms().size() > ColumnChart.MAX_SERIES;
            names.add(
                    rest
                            ? wording.say("report.others")
                            : wording.word("algorithm", line.algorithms().get(i)));
        }
        return names;
    }

    /// Beyond what colours can tell apart, the rest is one series.
    private static List<Double> folded(List<Double> kwh) {
        if (kwh.size() <= ColumnChart.MAX_SERIES) {
            return kwh;
        }
        List<Double> folded = new ArrayList<>(kwh.subList(0, ColumnChart.MAX_SERIES - 1));
        folded.add(kwh.subList(ColumnChart.MAX_SERIES - 1, kwh.size()).stream()
                .mapToDouble(Double::doubleValue)
                .sum());
        return folded;
    }

    private ColumnChart traffic(TimeLine line) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < line.buckets().size(); i++) {
            Bucket bucket = line.buckets().get(i);
            columns.add(new Column(
                    label(line, i, !spansYears(line)), List.of(bucket.bytes() / 1048576.0), isAfterGap(line, i)));
        }
        return new ColumnChart(
                wording.say("report.chart.timeTraffic"),
                wording.say("report.chart.timeTraffic.description"),
                "MiB",
                List.of(wording.say("report.series.traffic")),
                columns,
                wording.humans()::number);
    }

    private boolean isAfterGap(TimeLine line, int index) {
        if (index == 0) {
            return false;
        }
        Instant before = line.buckets().get(index - 1).start();
        Instant now = line.buckets().get(index).start();
        long hours = Duration.between(before, now).toHours();
        return switch (line.step()) {
            case HOUR -> hours > 1;
            case DAY -> hours > 25;
            case MONTH -> hours > 31 * 24 + 1;
        };
    }

    private boolean spansYears(TimeLine line) {
        return year(line.buckets().getFirst()) != year(line.buckets().getLast());
    }

    private int year(Bucket bucket) {
        return bucket.start().atZone(wording.humans().zone()).getYear();
    }

    private String label(TimeLine line, int index, boolean brief) {
        ZonedDateTime start =
                line.buckets().get(index).start().atZone(wording.humans().zone());
        return start.format(
                switch (line.step()) {
                    case HOUR -> brief ? HOUR : LONG_HOUR;
                    case DAY -> DAY;
                    case MONTH -> MONTH;
                });
    }

    private Block table(TimeLine line) {
        Tables table = new Tables(
                        wording, line.step() == Step.HOUR ? "hours" : line.step() == Step.DAY ? "days" : "months")
                .text("start");
        line.algorithms()
                .forEach(algorithm -> table.titled(wording.say("report.column.kwhOf", "algorithm", algorithm), true));
        table.number("accepted").number("bytes");
        for (int i = 0; i < line.buckets().size(); i++) {
            Bucket bucket = line.buckets().get(i);
            List<String> cells = new ArrayList<>();
            cells.add(label(line, i, false));
            bucket.kwh().forEach(kwh -> cells.add(wording.humans().number(kwh)));
            cells.add(wording.humans().count(bucket.accepted()));
            cells.add(wording.humans().bytes(bucket.bytes()));
            table.row(cells);
        }
        return table.block();
    }
}
