package org.qingyuan.traffic.mining;

import org.qingyuan.traffic.flow.PacketRef;

/// One JSON-RPC object in hand, with its usual members located. One object is reused for every message; the array
/// behind it is lent.
final class Message {
    final JsonTape json = new JsonTape();
    PacketRef at = new PacketRef();

    /// Whether any packet of the other side was captured.
    boolean otherSideSeen;

    int method = -1;
    int params = -1;
    int result = -1;
    int error = -1;

    /// Mark of the id, 0 when it is `null`, absent or the number 0: pushes and some answers carry these.
    long id;

    /// Parses an object and locates its members.
    ///
    /// @return whether it is one JSON object
    boolean parse(byte[] buffer, int offset, int length) {
        if (!json.parse(buffer, offset, length) || json.type(0) != JsonTape.OBJECT) {
            return false;
        }
        method = json.member(0, "method");
        params = json.member(0, "params");
        result = json.member(0, "result");
        error = json.member(0, "error");
        int token = json.member(0, "id");
        id = json.number(token) == 0 ? 0 : json.mark(token);
        return true;
    }

    boolean method(String name) {
        return json.is(method, name);
    }

    /// Whether it answers a request.
    boolean isAnswer() {
        return method < 0 && (result >= 0 || error >= 0);
    }

    /// Whether the answer is an error.
    boolean isError() {
        byte kind = json.type(error);
        return kind != 0 && kind != JsonTape.NULL && !(kind == JsonTape.FALSE);
    }

    /// Whether the result is `true`.
    boolean isTrue() {
        return json.type(result) == JsonTape.TRUE;
    }

    /// Whether the result is `false` or missing beside an error.
    boolean isNegative() {
        return isError() || json.type(result) == JsonTape.FALSE;
    }
}
