package org.qingyuan.traffic.flow;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.qingyuan.finding.Address;

/// What tells two flows apart: the endpoints in either direction and the transport. The smaller endpoint, by address
/// and then port, comes first.
///
/// @param protocol IP protocol number, 6 = TCP
public record FlowKey(Address first, int firstPort, Address second, int secondPort, int protocol) {
    public static final int TCP = 6;

    /// The key of a packet from one endpoint to another, the same for both directions.
    public static FlowKey of(Address source, int sourcePort, Address destination, int destinationPort, int protocol) {
        int order = source.compareTo(destination);
        boolean inOrder = order < 0 || order == 0 && sourcePort <= destinationPort;
        return inOrder
                ? new FlowKey(source, sourcePort, destination, destinationPort, protocol)
                : new FlowKey(destination, destinationPort, source, sourcePort, protocol);
    }

    /// Community ID v1 with seed 0: `1:` and the Base64 of SHA-1 over seed, addresses, protocol, a zero byte and ports.
    public String communityId() {
        ByteBuffer bytes = ByteBuffer.allocate(40);
        bytes.putShort((short) 0);
        put(bytes, first);
        put(bytes, second);
        bytes.put((byte) protocol).put((byte) 0);
        bytes.putShort((short) firstPort).putShort((short) secondPort);
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(bytes.flip());
            return "1:" + Base64.getEncoder().encodeToString(sha1.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-1", e);
        }
    }

    private static void put(ByteBuffer bytes, Address address) {
        if (address.version() == 4) {
            bytes.putInt((int) address.low());
        } else {
            bytes.putLong(address.high()).putLong(address.low());
        }
    }
}
