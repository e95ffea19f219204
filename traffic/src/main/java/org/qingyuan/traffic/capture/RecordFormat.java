package org.qingyuan.traffic.capture;

import org.jspecify.annotations.Nullable;

/// The two ways in which records lie in a capture.
sealed interface RecordFormat permits PcapFormat.Walker, PcapngFormat {
    /// Moves the buffer to the next record that is wholly in it; `false` when more must be read or the walk ended.
    boolean next();

    /// Whether the file's own header was read.
    boolean headerRead();

    /// `pcap` or `pcapng`.
    String name();

    /// The format whose magic stands at the position; `null` when it is none. Needs four bytes.
    static @Nullable RecordFormat recognise(RecordBuffer buffer) {
        int magic = buffer.int32(buffer.position, false);
        if (magic == PcapngFormat.SECTION_HEADER) {
            return new PcapngFormat(buffer);
        }
        return PcapFormat.of(buffer, magic);
    }
}
