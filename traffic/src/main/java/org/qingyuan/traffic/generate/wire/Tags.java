package org.qingyuan.traffic.generate.wire;

/// VLAN tags of a frame, outermost first; -1 = no such tag.
public record Tags(int outer, int inner) {
    public static final Tags NONE = new Tags(-1, -1);

    /// One IEEE 802.1Q tag.
    public static Tags vlan(int id) {
        return new Tags(id, -1);
    }

    /// An IEEE 802.1ad service tag around a customer tag.
    public static Tags qinq(int service, int customer) {
        return new Tags(service, customer);
    }
}
