package org.qingyuan.traffic.packet;

/// What a packet turned out to be.
public enum Decoded {
    /// A TCP segment; all fields of [Packet] hold.
    TCP,
    /// A UDP datagram; addresses, ports and payload hold.
    UDP,
    /// IP that is looked at no further; addresses and [Packet#counter] hold.
    OTHER_IP,
    /// No IP; [Packet#counter] holds.
    NOT_IP,
    /// It cannot be used; [Packet#reason] holds.
    REJECTED
}
