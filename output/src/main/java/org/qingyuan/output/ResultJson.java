package org.qingyuan.output;

import java.util.Map;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.RunSummary;

/// One record as one line of JSON, UTF-8, with its line feed. Nothing is masked here; see [Masking].
public final class ResultJson {
    private ResultJson() {}

    /// @throws IllegalArgumentException when a value is of a kind that `Finding` does not name, or not finite
    public static byte[] line(Finding finding) {
        return line(Shape.FINDING, finding);
    }

    public static byte[] line(Outcome outcome) {
        return line(Shape.OUTCOME, outcome);
    }

    public static byte[] line(RunSummary run) {
        return line(Shape.RUN, run);
    }

    public static byte[] line(Change change) {
        return line(Shape.CHANGE, change);
    }

    /// An object of values that `Finding` names, in the order of the map; not masked.
    public static byte[] line(Map<String, ?> object) {
        return new JsonText().value("", object).raw('\n').toBytes();
    }

    private static <T> byte[] line(Shape<T> shape, T source) {
        JsonText json = new JsonText();
        shape.write(source, json);
        return json.raw('\n').toBytes();
    }
}
