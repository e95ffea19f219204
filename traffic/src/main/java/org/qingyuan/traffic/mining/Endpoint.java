package org.qingyuan.traffic.mining;

import org.qingyuan.finding.Address;

/// One end of a TCP connection.
record Endpoint(Address address, int port) {}
