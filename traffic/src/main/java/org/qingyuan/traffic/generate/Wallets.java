package org.qingyuan.traffic.generate;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Addresses that nobody owns, in the written form of their coin, check sums right where they are SHA-256 or bech32.
final class Wallets {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] BECH32_GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};

    private Wallets() {}

    /// Bitcoin pay-to-public-key-hash.
    static String bitcoin(RandomGenerator random) {
        return base58Check(random, 0x00);
    }

    /// Bitcoin version 0 witness.
    static String bitcoinWitness(RandomGenerator random) {
        return bech32("bc", random);
    }

    /// Bitcoin Cash by form only: the prefix, `q` and 41 characters.
    static String bitcoinCash(RandomGenerator random) {
        StringBuilder text = new StringBuilder("bitcoincash:q");
        for (int i = 0; i < 41; i++) {
            text.append(BECH32.charAt(random.nextInt(32)));
        }
        return text.toString();
    }

    static String litecoin(RandomGenerator random) {
        return base58Check(random, 0x30);
    }

    static String dash(RandomGenerator random) {
        return base58Check(random, 0x4c);
    }

    /// Zcash transparent address.
    static String zcash(RandomGenerator random) {
        return base58Check(random, 0x1c, 0xb8);
    }

    static String ethereum(RandomGenerator random) {
        return "0x" + Hex.random(random, 20);
    }

    /// Monero main-net address by form only: 95 characters.
    static String monero(RandomGenerator random) {
        StringBuilder text = new StringBuilder("4").append("0123456789AB".charAt(random.nextInt(12)));
        while (text.length() < 95) {
            text.append(BASE58.charAt(random.nextInt(58)));
        }
        return text.toString();
    }

    private static String base58Check(RandomGenerator random, int... version) {
        byte[] bytes = new byte[version.length + 24];
        byte[] hash = new byte[20];
        random.nextBytes(hash);
        for (int i = 0; i < version.length; i++) {
            bytes[i] = (byte) version[i];
        }
        System.arraycopy(hash, 0, bytes, version.length, 20);
        byte[] check = sha256(sha256(Arrays.copyOf(bytes, version.length + 20)));
        System.arraycopy(check, 0, bytes, version.length + 20, 4);
        StringBuilder text = new StringBuilder();
        BigInteger value = new BigInteger(1, bytes);
        BigInteger base = BigInteger.valueOf(58);
        while (value.signum() > 0) {
            BigInteger[] parts = value.divideAndRemainder(base);
            text.append(BASE58.charAt(parts[1].intValue()));
            value = parts[0];
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            text.append('1');
        }
        return text.reverse().toString();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// BIP 173 with a 20-byte program.
    private static String bech32(String prefix, RandomGenerator random) {
        int[] data = new int[33];
        for (int i = 1; i < 33; i++) {
            data[i] = random.nextInt(32);
        }
        int check = 1;
        for (int i = 0; i < prefix.length(); i++) {
            check = polymod(check, prefix.charAt(i) >> 5);
        }
        check = polymod(check, 0);
        for (int i = 0; i < prefix.length(); i++) {
            check = polymod(check, prefix.charAt(i) & 31);
        }
        StringBuilder text = new StringBuilder(prefix).append('1');
        for (int value : data) {
            check = polymod(check, value);
            text.append(BECH32.charAt(value));
        }
        for (int i = 0; i < 6; i++) {
            check = polymod(check, 0);
        }
        check ^= 1;
        for (int i = 0; i < 6; i++) {
            text.append(BECH32.charAt(check >>> 5 * (5 - i) & 31));
        }
        return text.toString();
    }

    private static int polymod(int check, int value) {
        int top = check >>> 25;
        int next = (check & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < 5; i++) {
            next ^= (top >> i & 1) == 1 ? BECH32_GENERATOR[i] : 0;
        }
        return next;
    }
}
