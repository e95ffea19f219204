package org.qingyuan.table.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.mapping.ColumnMapping;
import org.qingyuan.table.mapping.Conversion;
import org.qingyuan.table.mapping.FieldSource;
import org.qingyuan.table.text.Records;

/// Makes the writers of canonical values from what a mapping says.
final class ValueWriters {
    private ValueWriters() {}

    /// The field as it stands.
    static ValueWriter copy(int position) {
        return (record, shift, out) -> {
            int start = record.start(position + shift);
            int end = record.end(position + shift);
            if (record.hasControls()) {
                out.text(record.text(), start, end);
            } else {
                out.plain(record.text(), start, end);
            }
            return null;
        };
    }

    private static ValueWriter constant(String value) {
        return (record, shift, out) -> {
            out.text(value);
            return null;
        };
    }

    /// @param positions tells where a source stands, from 0; -1 for nowhere
    static ValueWriter of(ColumnMapping mapping, ToIntFunction<FieldSource> positions) {
        if (mapping.source() instanceof FieldSource.Constant constant) {
            return constant(constant.value());
        }
        int position = positions.applyAsInt(mapping.source());
        Conversion.Words words = mapping.words();
        boolean plain = words.words().isEmpty() && !words.onlyThese();
        return switch (mapping.conversion()) {
            case Conversion.Text text -> plain ? copy(position) : new Converted(position, words, ValueWriters::asIs);
            case Conversion.Date date -> new Converted(position, words, new DateForm(date.pattern())::date);
            case Conversion.Moment moment -> new Converted(position, words, moment(moment, positions));
            case Conversion.Amount amount -> new Converted(position, words, amount(amount, positions));
            case Conversion.Items items -> new ItemsWriter(position, items.separator(), words);
        };
    }

    private static Converted.Form moment(Conversion.Moment moment, ToIntFunction<FieldSource> positions) {
        FieldSource time = moment.time();
        return new DateForm(moment.pattern()).withTime(time == null ? -1 : positions.applyAsInt(time));
    }

    private static Converted.Form amount(Conversion.Amount amount, ToIntFunction<FieldSource> positions) {
        FieldSource sign = amount.sign();
        if (sign == null) {
            return new AmountForm(amount.fen(), -1, new WordTable(Map.of()))::amount;
        }
        Map<String, String> signs = new HashMap<>();
        putAll(signs, amount.positive(), "");
        putAll(signs, amount.negative(), "-");
        return new AmountForm(amount.fen(), positions.applyAsInt(sign), new WordTable(signs))::amount;
    }

    private static void putAll(Map<String, String> signs, Set<String> words, String sign) {
        words.forEach(word -> signs.put(word, sign));
    }

    private static @Nullable RejectReason asIs(Records record, int shift, Field field, RowBuffer out) {
        out.text(field.text, field.from, field.to);
        return null;
    }

    /// A list of words within one field; each is mapped, blank ones are left out.
    private record ItemsWriter(int position, byte[] separator, WordTable words, boolean onlyThese, Field field)
            implements ValueWriter {
        ItemsWriter(int position, String separator, Conversion.Words words) {
            this(position, separator.getBytes(UTF_8), new WordTable(words.words()), words.onlyThese(), new Field());
        }

        @Override
        public @Nullable RejectReason write(Records record, int shift, RowBuffer out) {
            int end = record.end(position + shift);
            int from = record.start(position + shift);
            int begin = out.position();
            field.of(record, position + shift);
            while (from <= end) {
                int to = itemEnd(record.text(), from, end);
                field.of(from, to);
                if (!field.isEmpty() && !item(out, begin)) {
                    return RejectReason.UNKNOWN_VALUE;
                }
                from = to + separator.length;
            }
            return null;
        }

        /// Writes one item behind those before it; whether it may be written.
        private boolean item(RowBuffer out, int begin) {
            byte[] meaning = words.get(field.text, field.from, field.to);
            if (meaning == null && onlyThese) {
                return false;
            }
            if (out.position() > begin) {
                out.plain((byte) ';');
            }
            if (meaning != null) {
                out.text(meaning, 0, meaning.length);
            } else {
                out.text(field.text, field.from, field.to);
            }
            return true;
        }

        private int itemEnd(byte[] text, int from, int end) {
            for (int p = from; p + separator.length <= end; p++) {
                if (Arrays.equals(text, p, p + separator.length, separator, 0, separator.length)) {
                    return p;
                }
            }
            return end;
        }
    }
}
