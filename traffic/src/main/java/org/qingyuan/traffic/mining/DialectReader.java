package org.qingyuan.traffic.mining;

/// Reads one conversation as one dialect and brings it to account. Made for one connection (or, over HTTP, for all
/// polls
/// of one client at one server), called from the thread of the capture; never throws for what it is shown.
interface DialectReader {
    /// Who says such a message in this dialect.
    enum Role {
        CLIENT,
        SERVER,
        /// The dialect does not know it; on a conversation already matched it is counted, no more.
        NEITHER
    }

    Role role(Message message);

    /// A message of the client.
    Probe client(Message message);

    /// A message of the server.
    Probe server(Message message);

    Session session();

    /// Whether the client's first message is of this dialect beyond doubt, though nothing that followed proved it:
    /// what is left then is an attempt.
    boolean surelyBegan();
}
