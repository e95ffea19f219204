package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// How the numbers come about, and a published example by which to read them.
record MethodSection(Wording wording) {
    private static final List<String> SENTENCES = List.of(
            "confirmed", "rate", "total", "peak", "energy", "cost", "kinds", "merge", "list", "masking", "person");

    private static final List<String> EXAMPLE = List.of("published", "divided", "single", "mixture", "reading");

    List<Block> blocks(CircularModel model) {
        List<Block> blocks = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        SENTENCES.forEach(name -> sentences.add(wording.say("report.method." + name)));
        blocks.add(new Block.Bullets(sentences));
        blocks.add(new Paragraph(
                wording.say("report.method.merged", "count", model.header().merged()), Tone.NOTE));
        blocks.add(new Paragraph(wording.say("report.example.title"), Tone.PLAIN));
        List<String> example = new ArrayList<>();
        EXAMPLE.forEach(name -> example.add(wording.say("report.example." + name)));
        blocks.add(new Block.Bullets(example));
        return blocks;
    }
}
