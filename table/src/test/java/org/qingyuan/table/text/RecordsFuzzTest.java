package org.qingyuan.table.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Whatever the bytes: without quotes, records are what a plain split of the decoded text gives; with quotes, reading
/// ends, lines go forward, and fields hold neither separators nor line ends that were not quoted.
class RecordsFuzzTest {
    private static final List<TextEncoding> ENCODINGS = List.of(TextEncoding.values());
    private static final List<String> SEPARATORS = List.of(",", "|", "|@|", "\u0001", "\u001b", "||");

    @FuzzTest(maxDuration = "5s")
    void agreesWithASimpleReading(byte[] bytes) throws IOException {
        if (bytes.length == 0) {
            return;
        }
        TextEncoding encoding = ENCODINGS.get((bytes[0] & 3) % 3);
        String separator = SEPARATORS.get((bytes[0] >> 2 & 15) % SEPARATORS.size());
        byte[] text = Arrays.copyOfRange(bytes, 1, bytes.length);
        List<List<String>> expected = split(text, encoding, separator);
        List<List<String>> read = read(text, encoding, new Dialect(separator, false));
        if (expected != null) {
            assertThat(read).isEqualTo(expected);
        }
        read(text, encoding, new Dialect(separator, true));
    }

    /// The records of text without problems, or null.
    private static @Nullable List<List<String>> split(byte[] bytes, TextEncoding encoding, String separator) {
        String text;
        try {
            text = Charset.forName(encoding.word())
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
        if (text.indexOf('\0') >= 0) {
            return null;
        }
        List<List<String>> records = new ArrayList<>();
        for (String line : (text.startsWith("\ufeff") ? text.substring(1) : text).split("\r\n|\r|\n", -1)) {
            if (!line.isEmpty()) {
                records.add(List.of(line.split(Pattern.quote(separator), -1)));
            }
        }
        return records;
    }

    private static List<List<String>> read(byte[] bytes, TextEncoding encoding, Dialect dialect) throws IOException {
        List<List<String>> all = new ArrayList<>();
        Records records = new Records(new ByteArrayInputStream(bytes), encoding, dialect);
        long line = 0;
        while (records.next()) {
            assertThat(records.line()).isGreaterThan(line);
            line = records.line();
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < records.fields(); i++) {
                int start = records.start(i);
                fields.add(new String(records.text(), start, records.end(i) - start, UTF_8));
            }
            assertThat(records.problem() != null || !fields.isEmpty()).isTrue();
            all.add(fields);
        }
        return all;
    }
}
