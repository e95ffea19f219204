package org.qingyuan.traffic.flow;

/// Where and when the packet in hand was seen. One object, refilled for each packet: whoever keeps a value copies it.
public final class PacketRef {
    /// Index of the input, 0 unless several are read as one stream.
    public int input;

    /// Number of the packet from 1 in its input.
    public long number;

    /// Nanoseconds since 1970 UTC.
    public long timeNanos;

    /// The values as they are now.
    public PacketRef copy() {
        PacketRef copy = new PacketRef();
        copy.input = input;
        copy.number = number;
        copy.timeNanos = timeNanos;
        return copy;
    }
}
