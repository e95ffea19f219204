package org.qingyuan.traffic.flow;

/// Reads one TCP connection. Called by the flow layer from the thread of the capture, in capture order; must not
/// throw for bad input and must not keep the arrays it is given.
public interface Conversation {
    /// Why bytes are missing.
    enum Gap {
        /// Segments that the capture does not hold.
        LOST,
        /// The record was captured with fewer bytes than the packet had.
        SNAPPED,
        /// The bound on buffered bytes was reached.
        SHED
    }

    /// Why a connection is read no further.
    enum End {
        /// FIN from both sides or RST.
        CLOSED,
        /// A new SYN on the same five-tuple.
        REUSED,
        /// Silence longer than `--session-idle`; the next packet begins a new connection, joined in the middle.
        IDLE,
        /// The flow table was full and this was the longest idle.
        SHED,
        /// The input ended.
        INPUT_END
    }

    /// Every packet of the connection since reading began, mirrored copies left out, before its bytes. What came
    /// earlier stands in [Connection] when [StreamObserver#open] is called; the packet that caused the call is not
    /// yet counted there and is announced here.
    void packet(int side, int ipBytes, PacketRef at);

    /// The next bytes of one side in order, never empty.
    ///
    /// @return whether to go on; after `false` only [#packet] and [#end] are called
    boolean bytes(int side, byte[] buffer, int offset, int length, PacketRef at);

    /// Bytes of one side are missing here; the stream goes on after them.
    ///
    /// @param missing how many, 0 when that is not known
    void gap(int side, long missing, Gap why, PacketRef at);

    /// The connection is over. Called once.
    void end(End why);

    /// Whether the connection's counts still matter; when `false` after [#bytes] said no, the flow layer may drop
    /// this reader at once without [#end].
    boolean keep();
}
