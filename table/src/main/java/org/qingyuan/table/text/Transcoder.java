package org.qingyuan.table.text;

/// Turns bytes of one encoding into UTF-8, block by block.
///
/// A byte that belongs to no character becomes one [#BAD]; the next byte is looked at anew, so that a broken character
/// never takes a line end with it.
interface Transcoder {
    /// Stands in the output for a byte that does not decode; no UTF-8 text contains it.
    byte BAD = (byte) 0xff;

    /// The most bytes of output for a number of bytes of input.
    int worst(int bytes);

    /// Transcodes from `source[from]` up to `source[to - 1]` into `target` at `at`, which has room for [#worst].
    /// Characters cut by the end stay unread unless `last`.
    ///
    /// @return where the output ends; [#consumed] tells where the input was left
    int transcode(byte[] source, int from, int to, byte[] target, int at, boolean last);

    /// Where the last call left the input: the position of its first unread byte.
    int consumed();
}
