package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts what is personal, and makes it searchable. AES-256-GCM (NIST SP 800-38D) with a random nonce of 96 bits in
/// front; HMAC-SHA-256 (RFC 2104) cut to 128 bits. Each store has keys of its own, derived from the key file and the
/// store's salt. Safe for any thread.
///
/// Random nonces bound how much one key may encrypt: 2^32 pieces leave a chance of 2^-33 that two share a nonce.
final class Seal {
    static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SEARCH_BYTES = 16;

    /// To make one costs more than to use it; each is used by one thread at a time.
    private final ConcurrentLinkedDeque<Cipher> ciphers = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<Mac> searching = new ConcurrentLinkedDeque<>();

    private final SecretKeySpec secrecy;
    private final SecretKeySpec search;
    private final SecretKeySpec proof;
    private final SecureRandom random;

    Seal(byte[] key, byte[] salt, SecureRandom random) {
        SecretKeySpec root = new SecretKeySpec(key, "HmacSHA256");
        this.secrecy = new SecretKeySpec(mac(root, "qingyuan store secrecy 1", salt), "AES");
        this.search = new SecretKeySpec(mac(root, "qingyuan store search 1", salt), "HmacSHA256");
        this.proof = new SecretKeySpec(mac(root, "qingyuan store proof 1", salt), "HmacSHA256");
        this.random = random;
    }

    /// What tells the right key from a wrong one, and binds what the store was made with.
    byte[] proof(boolean isSingleUser) {
        return mac(proof, isSingleUser ? "single user" : "four eyes", new byte[0]);
    }

    /// @param place of the row; another place cannot be read as this one
    byte[] seal(String place, byte[] plain) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, place);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            ciphers.push(cipher);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws BrokenSeal when it was not sealed for this place, or changed since
    byte[] open(String place, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new BrokenSeal(place);
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), place);
            byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            ciphers.push(cipher);
            return plain;
        } catch (AEADBadTagException e) {
            throw new BrokenSeal(place);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
        Cipher idle = ciphers.poll();
        Cipher cipher = idle == null ? cipher() : idle;
        cipher.init(mode, secrecy, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(UTF_8));
        return cipher;
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Equal for equal parts, and without the key of no use. Parts are told apart by their lengths.
    ///
    /// @param purpose what is searched; the same text gives another value for another purpose
    byte[] searchable(String purpose, String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part);
        }
        Mac idle = searching.poll();
        Mac mac = idle == null ? mac(search) : idle;
        byte[] found = mac(mac, purpose, text.toString().getBytes(UTF_8));
        searching.push(mac);
        return Arrays.copyOf(found, SEARCH_BYTES);
    }

    private static byte[] mac(SecretKeySpec key, String purpose, byte[] bytes) {
        return mac(mac(key), purpose, bytes);
    }

    private static byte[] mac(Mac mac, String purpose, byte[] bytes) {
        mac.update(purpose.getBytes(UTF_8));
        mac.update((byte) 0);
        return mac.doFinal(bytes);
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What was read is not what was written there.
    static final class BrokenSeal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        BrokenSeal(String place) {
            super(place);
        }
    }
}
