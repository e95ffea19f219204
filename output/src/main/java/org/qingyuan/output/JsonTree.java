package org.qingyuan.output;

import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Moment;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// One line of JSON as maps, lists and values of the kinds that `Finding` names.
final class JsonTree {
    /// Deepest nesting that is read.
    static final int MAX_NESTING = 32;

    /// Names under which a text in the written form of an instant or date is one.
    static final Set<String> MOMENTS = Set.of("start", "end", "at", "first", "last", "hour", "from", "to");

    /// A double in plain notation has up to 309 digits before the point and 1,074 after it.
    private static final int MAX_NUMBER = 1_500;

    /// Names under which a number with two decimals is money; of a parameter the last part.
    private static final Set<String> MONEY = Set.of("balance", "amount", "balanceMax", "limit", "credited", "passed");

    /// Longer numbers with a point are not money.
    private static final int MAX_MONEY = 40;

    private static final List<String> INTERVAL = List.of("low", "best", "high", "unit");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_NESTING)
                    .maxNumberLength(MAX_NUMBER)
                    .maxNameLength(1_024)
                    .maxStringLength(1 << 20)
                    .build())
            .build();

    private JsonTree() {}

    /// @throws BadRecord when the bytes are not exactly one JSON object within the bounds
    static Map<String, @Nullable Object> parse(byte[] bytes, int offset, int length) throws BadRecord {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadRecord("not a JSON object");
            }
            Map<String, @Nullable Object> tree = object(parser);
            if (parser.nextToken() != null) {
                throw new BadRecord("more than one JSON value");
            }
            return tree;
        } catch (JacksonException e) {
            throw new BadRecord("not JSON: " + e.getOriginalMessage());
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws BadRecord {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, value(parser, name));
        }
        return map;
    }

    private static List<@Nullable Object> list(JsonParser parser, String name) throws BadRecord {
        List<@Nullable Object> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(parser, name));
        }
        return list;
    }

    private static @Nullable Object value(JsonParser parser, String name) throws BadRecord {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new BadRecord("ends in the middle");
        }
        return switch (token) {
            case START_OBJECT -> intervalOr(object(parser));
            case START_ARRAY -> list(parser, name);
            case VALUE_STRING -> momentOr(name, parser.getString());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> broken(parser, name);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new BadRecord("not a JSON value");
        };
    }

    private static Object whole(JsonParser parser) throws BadRecord {
        return switch (parser.getNumberType()) {
            case INT, LONG -> parser.getLongValue();
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> finite(parser.getDoubleValue());
        };
    }

    /// Money is told by its name and its two decimals, else by zeros that a double would not write back.
    private static Object broken(JsonParser parser, String name) throws BadRecord {
        String text = parser.getString();
        double value = finite(parser.getDoubleValue());
        if (text.length() > MAX_MONEY || !isPlain(text)) {
            return value;
        }
        boolean isMoney =
                text.indexOf('.') == text.length() - 3 && MONEY.contains(name.substring(name.lastIndexOf('.') + 1));
        return isMoney || !PlainNumber.exact(value).equals(text) ? new BigDecimal(text) : (Object) value;
    }

    private static boolean isPlain(String text) {
        return text.indexOf('e') < 0 && text.indexOf('E') < 0;
    }

    private static Double finite(double value) throws BadRecord {
        if (!Double.isFinite(value)) {
            throw new BadRecord("a number beyond all bounds");
        }
        return value;
    }

    private static Object intervalOr(Map<String, @Nullable Object> map) {
        if (map.size() == 4
                && List.copyOf(map.keySet()).equals(INTERVAL)
                && map.get("low") instanceof Number low
                && map.get("best") instanceof Number best
                && map.get("high") instanceof Number high
                && map.get("unit") instanceof String unit
                && low.doubleValue() >= 0
                && low.doubleValue() <= best.doubleValue()
                && best.doubleValue() <= high.doubleValue()) {
            return new Estimate(low.doubleValue(), best.doubleValue(), high.doubleValue(), unit);
        }
        return map;
    }

    private static Object momentOr(String name, String text) {
        if (!MOMENTS.contains(name) || text.length() < 10 || text.length() > 40 || text.charAt(4) != '-') {
            return text;
        }
        try {
            Moment moment = Moment.parse(text);
            return moment.text().equals(text) ? moment : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
