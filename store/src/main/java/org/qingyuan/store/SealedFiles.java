package org.qingyuan.store;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Attachments over a place that keeps sealed bytes by a digest.
final class SealedFiles implements AttachmentStore {
    private final Place place;
    private final Seal seal;
    private final int maxBytes;
    private final String where;

    /// Where sealed bytes lie.
    interface Place {
        boolean has(String digest);

        Optional<byte[]> sealed(String digest);

        /// Keeps them unless something is kept under this digest.
        void keep(String digest, byte[] sealed);

        void each(Consumer<String> listener);
    }

    SealedFiles(Place place, Seal seal, int maxBytes, String where) {
        this.place = place;
        this.seal = seal;
        this.maxBytes = maxBytes;
        this.where = where;
    }

    Place place() {
        return place;
    }

    static boolean isDigest(String text) {
        return text.length() == 64 && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    static String digest(byte[] content) {
        return HexFormat.of().formatHex(Log.sha256().digest(content));
    }

    @Override
    public String keep(byte[] content) {
        if (content.length > maxBytes) {
            throw new Failure(
                    ErrorCode.CONFIGURATION,
                    Map.of("where", where, "what", content.length + " B > " + maxBytes + " B"));
        }
        String digest = digest(content);
        if (!place.has(digest)) {
            place.keep(digest, seal.seal("attachment/" + digest, content));
        }
        return digest;
    }

    @Override
    public boolean has(String digest) {
        return isDigest(digest) && place.has(digest);
    }

    @Override
    public byte[] read(String digest) {
        byte[] sealed = (isDigest(digest) ? place.sealed(digest) : Optional.<byte[]>empty())
                .orElseThrow(() -> new Failure(ErrorCode.FILE_NOT_FOUND, Map.of("where", digest, "what", "")));
        try {
            byte[] content = seal.open("attachment/" + digest, sealed);
            if (digest(content).equals(digest)) {
                return content;
            }
        } catch (Seal.BrokenSeal e) {
            // said below
        }
        throw new Failure(ErrorCode.STORE_CORRUPT, Map.of("where", where, "what", "attachment/" + digest));
    }

    @Override
    public void each(Consumer<String> listener) {
        place.each(listener);
    }
}
