package org.qingyuan.report.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.estimate.PublishedFigures;
import org.qingyuan.finding.Estimate;
import org.qingyuan.output.Humans;
import org.qingyuan.registry.Efficiency;
import org.qingyuan.registry.HardwareTable;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// How the numbers come about, and a published example by which to read them.
record MethodSection(Wording wording) {
    private static final List<String> SENTENCES = List.of(
            "confirmed", "rate", "total", "peak", "energy", "cost", "kinds", "merge", "list", "masking", "person");

    private static final List<String> EXAMPLE = List.of("published", "divided", "single", "mixture", "reading");

    /// The month of the published figures, and a graphics card of that time in H/s.
    private static final LocalDate PUBLISHED = LocalDate.of(2021, 10, 14);

    private static final double CARD_HASHES = 60e6;

    List<Block> blocks(CircularModel model) {
        List<Block> blocks = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        SENTENCES.forEach(name -> sentences.add(wording.say("report.method." + name)));
        blocks.add(new Block.Bullets(sentences));
        blocks.add(new Paragraph(
                wording.say("report.method.merged", "count", model.header().merged()), Tone.NOTE));
        blocks.add(new Paragraph(wording.say("report.example.title"), Tone.PLAIN));
        List<String> example = new ArrayList<>();
        Map<String, Object> figures = figures(PublishedFigures.JIANGSU_2021);
        EXAMPLE.forEach(name -> example.add(wording.say("report.example." + name, figures)));
        blocks.add(new Block.Bullets(example));
        return blocks;
    }

    /// What was published, and what follows from it by division and by the hardware table of the time.
    private Map<String, Object> figures(PublishedFigures published) {
        Humans humans = wording.humans();
        HardwareTable hardware = HardwareTable.builtIn();
        Efficiency bitcoin = Objects.requireNonNull(hardware.at("sha256d", PUBLISHED));
        Efficiency ethereum = Objects.requireNonNull(hardware.at("ethash", PUBLISHED));
        Estimate second = published.secondAlgorithm(bitcoin, ethereum);
        double cards = second.best() / CARD_HASHES;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rate", humans.quantity(published.hashesPerSecond(), "H/s"));
        figures.put("watts", humans.quantity(published.watts(), "W"));
        figures.put("wattsEach", humans.quantity(published.kilowattsPerAddress() * 1000, "W"));
        figures.put("rateEach", humans.quantity(published.hashRatePerAddress(), "H/s"));
        figures.put("trafficEach", humans.quantity(published.kilobitsPerAddress() * 1000, "bit/s"));
        figures.put("joules", wording.joulesPer(published.joulesPerHash(), bitcoin.best(), "H"));
        figures.put("low", wording.joulesPer(ethereum.low(), ethereum.best(), "H"));
        figures.put("high", wording.joulesPer(ethereum.high(), ethereum.best(), "H"));
        figures.put("second", wording.estimate(second));
        figures.put("cards", humans.number(Math.rint(cards / 1000) * 1000));
        figures.put("cardsEach", humans.number(Math.rint(cards / (double) published.addresses())));
        return figures;
    }
}
