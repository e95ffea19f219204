package org.qingyuan.report.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.FieldText;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.Moment;
import org.qingyuan.output.Masking;
import org.qingyuan.output.Messages;

/// What came into a case with a step, beside findings: a report, a form of what was seen on the spot, files. Masked.
///
/// The party is told that there was a report, and on which day; what was said, where, and its files could tell who
/// reported, and stay with staff.
public final class StepFiles {
    private static final String TIP = "case.story.tip";

    private final Messages messages;
    private final Masking masking;
    private final boolean isForParty;

    StepFiles(Messages messages, Masking masking, boolean isForParty) {
        this.messages = messages;
        this.masking = masking;
        this.isForParty = isForParty;
    }

    /// Whether a step came by a report, and so is not for the party.
    public static boolean isOfReport(Step step) {
        return step.has(Detail.TIP);
    }

    /// The files of a step that somebody may see.
    public static List<Attachment> files(Step step, boolean isForParty) {
        return isForParty && isOfReport(step) ? List.of() : Attachment.of(step);
    }

    List<String> lines(Step step) {
        List<String> lines = new ArrayList<>();
        if (isOfReport(step)) {
            tip(step, lines);
        }
        if (step.has(Detail.FORM)) {
            form(FieldText.read(step.text(Detail.FORM).getBytes(UTF_8)), lines);
        }
        for (Attachment file : files(step, isForParty)) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("name", masking.text(file.name()));
            values.put("type", file.type());
            values.put("bytes", file.bytes());
            values.put("digest", file.digest());
            lines.add("     " + messages.text("case.story.attachment", values));
        }
        return lines;
    }

    private void tip(Step step, List<String> lines) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("source", messages.word("tip-source", step.text(Detail.TIP)));
        values.put("day", day(step));
        values.put("reference", step.text(Detail.REFERENCE));
        String key = isForParty ? TIP + ".party" : step.has(Detail.REFERENCE) ? TIP + ".number" : TIP;
        lines.add("     " + messages.text(key, values));
    }

    private String day(Step step) {
        String day = step.text(Detail.RECEIVED_ON);
        return day.isEmpty() ? "-" : messages.humans().moment(Moment.parse(day));
    }

    private void form(Map<String, String> form, List<String> lines) {
        form.forEach((field, text) -> {
            String shown = switch (field) {
                case "owner" -> masking.name(text);
                case "finding", "public-resource" -> messages.word("form-answer", text);
                case "seen-on" -> messages.humans().moment(Moment.parse(text));
                default -> masking.text(text.replace("\n", ", "));
            };
            lines.add("     " + messages.text("case.story.form." + field, Map.of("value", shown)));
        });
    }
}
