package org.qingyuan.table.raw;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.mapping.Conversion;
import org.qingyuan.table.text.Records;

/// A value that is looked up among the source's words and else brought into another form; a blank one stays blank.
final class Converted implements ValueWriter {
    private final int position;
    private final WordTable words;
    private final boolean onlyThese;
    private final Form form;
    private final Field field = new Field();

    /// Writes a value that is not blank.
    interface Form {
        @Nullable
        RejectReason write(Records record, int shift, Field field, RowBuffer out);
    }

    Converted(int position, Conversion.Words words, Form form) {
        this.position = position;
        this.words = new WordTable(words.words());
        this.onlyThese = words.onlyThese();
        this.form = form;
    }

    @Override
    public @Nullable RejectReason write(Records record, int shift, RowBuffer out) {
        field.of(record, position + shift);
        byte[] meaning = words.get(field.text, field.from, field.to);
        if (meaning != null) {
            out.text(meaning, 0, meaning.length);
            return null;
        }
        if (field.isEmpty()) {
            return null;
        }
        return onlyThese ? RejectReason.UNKNOWN_VALUE : form.write(record, shift, field, out);
    }
}
