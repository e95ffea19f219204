package org.qingyuan.traffic.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.finding.Address;

class FlowKeyTest {
    private static FlowKey key(String source, int sourcePort, String destination, int destinationPort, int protocol) {
        return FlowKey.of(
                Objects.requireNonNull(Address.parse(source)),
                sourcePort,
                Objects.requireNonNull(Address.parse(destination)),
                destinationPort,
                protocol);
    }

    /// The first four are those of the baseline of the Community ID specification (seed 0).
    @ParameterizedTest
    @CsvSource({
        "128.232.110.120, 34855, 66.35.250.204, 80, 6, 1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
        "66.35.250.204, 80, 128.232.110.120, 34855, 6, 1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
        "192.168.1.52, 54585, 8.8.8.8, 53, 17, 1:d/FP5EW3wiY1vCndhwleRRKHowQ=",
        "8.8.8.8, 53, 192.168.1.52, 54585, 17, 1:d/FP5EW3wiY1vCndhwleRRKHowQ="
    })
    void givesTheCommunityIdOfEitherDirection(
            String source, int sourcePort, String destination, int destinationPort, int protocol, String id) {
        assertThat(key(source, sourcePort, destination, destinationPort, protocol)
                        .communityId())
                .isEqualTo(id);
    }

    @Test
    void ordersByPortWhereAddressesAreEqual() {
        assertThat(key("10.0.0.1", 9, "10.0.0.1", 8, 6)).isEqualTo(key("10.0.0.1", 8, "10.0.0.1", 9, 6));
        assertThat(key("10.0.0.1", 9, "10.0.0.1", 8, 6).firstPort()).isEqualTo(8);
    }

    @Test
    void ordersIpv6() {
        FlowKey key = key("2001:db8::2", 1, "2001:db8::1", 2, 6);

        assertThat(key.first()).hasToString("2001:db8::1");
        assertThat(key.communityId())
                .isEqualTo(key("2001:db8::1", 2, "2001:db8::2", 1, 6).communityId());
    }

    @Test
    void ordersUnsigned() {
        assertThat(key("200.0.0.1", 1, "100.0.0.1", 2, 6).first()).hasToString("100.0.0.1");
        assertThat(key("10.0.0.1", 60000, "10.0.0.1", 2, 6).firstPort()).isEqualTo(2);
    }
}
