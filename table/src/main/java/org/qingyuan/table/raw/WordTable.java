package org.qingyuan.table.raw;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A map from words to words over bytes, without an object for a look-up.
final class WordTable {
    private final byte[] @Nullable [] words;
    private final byte[] @Nullable [] meanings;
    private final int mask;

    WordTable(Map<String, String> meaningByWord) {
        int size = Math.max(2, Integer.highestOneBit(meaningByWord.size()) * 4);
        words = new byte[size][];
        meanings = new byte[size][];
        mask = size - 1;
        meaningByWord.forEach((word, meaning) -> put(word.getBytes(UTF_8), meaning.getBytes(UTF_8)));
    }

    private void put(byte[] word, byte[] meaning) {
        int slot = hash(word, 0, word.length) & mask;
        while (words[slot] != null) {
            slot = slot + 1 & mask;
        }
        words[slot] = word;
        meanings[slot] = meaning;
    }

    byte @Nullable [] get(byte[] text, int from, int to) {
        int slot = hash(text, from, to) & mask;
        while (true) {
            byte[] word = words[slot];
            if (word == null) {
                return null;
            }
            if (Arrays.equals(word, 0, word.length, text, from, to)) {
                return meanings[slot];
            }
            slot = slot + 1 & mask;
        }
    }

    private static int hash(byte[] text, int from, int to) {
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        return hash ^ hash >>> 7;
    }
}
