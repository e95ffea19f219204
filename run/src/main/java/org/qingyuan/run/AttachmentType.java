package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What may be attached to a case, by what it begins with, never by its name. What a browser would run is none of them:
/// a text that holds mark-up of pages is refused whole.
enum AttachmentType {
    JPEG("image/jpeg", starts("ffd8ff")),
    PNG("image/png", starts("89504e470d0a1a0a")),
    PDF("application/pdf", starts("255044462d")),
    /// Either byte order, microseconds or nanoseconds.
    PCAP("application/vnd.tcpdump.pcap", starts("a1b2c3d4", "d4c3b2a1", "a1b23c4d", "4d3cb2a1")),
    PCAPNG("application/x-pcapng", starts("0a0d0d0a").and(AttachmentType::hasByteOrder)),
    /// UTF-8 without control characters: notes, CSV.
    TEXT("text/plain", AttachmentType::isText);

    private static final List<String> MARKUP =
            List.of("<!doctype", "<html", "<head", "<body", "<svg", "<script", "<iframe", "<?xml");

    private final String word;
    private final Predicate<byte[]> holds;

    AttachmentType(String word, Predicate<byte[]> holds) {
        this.word = word;
        this.holds = holds;
    }

    /// As a media type is written, `image/png`.
    public String word() {
        return word;
    }

    /// What it is, nothing where it may not be attached.
    static Optional<AttachmentType> of(byte[] content) {
        for (AttachmentType type : values()) {
            if (type.holds.test(content)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static Predicate<byte[]> starts(String... hex) {
        List<byte[]> all = List.of(hex).stream().map(HexFormat.of()::parseHex).toList();
        return content -> all.stream().anyMatch(start -> startsWith(content, start, 0));
    }

    private static boolean startsWith(byte[] content, byte[] start, int from) {
        if (content.length < from + start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (content[from + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasByteOrder(byte[] content) {
        return startsWith(content, new byte[] {0x1a, 0x2b, 0x3c, 0x4d}, 8)
                || startsWith(content, new byte[] {0x4d, 0x3c, 0x2b, 0x1a}, 8);
    }

    private static boolean isText(byte[] content) {
        String text = decoded(content);
        if (text == null || text.isBlank() || FieldSheet.hasControls(text.replace("\ufeff", ""), true)) {
            return false;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        return MARKUP.stream().noneMatch(lower::contains);
    }

    private static @Nullable String decoded(byte[] content) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
