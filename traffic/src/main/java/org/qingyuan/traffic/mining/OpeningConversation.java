package org.qingyuan.traffic.mining;

import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.Conversation;
import org.qingyuan.traffic.flow.PacketRef;

/// Waits for the first bytes of a connection to see how its messages travel, then hands everything on.
final class OpeningConversation implements Conversation {
    private final MiningObserver observer;
    private final Connection connection;
    private final Tally tally;
    private @Nullable Conversation reader;

    OpeningConversation(MiningObserver observer, Connection connection) {
        this.observer = observer;
        this.connection = connection;
        this.tally = new Tally(connection);
    }

    @Override
    public void packet(int side, int ipBytes, PacketRef at) {
        if (reader == null) {
            tally.add(side, ipBytes);
        } else {
            reader.packet(side, ipBytes, at);
        }
    }

    @Override
    public boolean bytes(int side, byte[] buffer, int offset, int length, PacketRef at) {
        Conversation chosen = reader;
        if (chosen == null) {
            chosen = HttpFramer.begins(buffer, offset, length)
                    ? new HttpConversation(observer, connection, tally)
                    : new LineConversation(observer, connection, tally);
            reader = chosen;
        }
        return chosen.bytes(side, buffer, offset, length, at);
    }

    @Override
    public void gap(int side, long missing, Gap why, PacketRef at) {
        if (reader != null) {
            reader.gap(side, missing, why, at);
        }
    }

    @Override
    public void end(End why) {
        if (reader != null) {
            reader.end(why);
        }
    }

    @Override
    public boolean keep() {
        return reader == null || reader.keep();
    }
}
