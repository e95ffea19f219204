package org.qingyuan.traffic.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetFilterTest {
    private static boolean admits(String net, String source, String destination) {
        Packet packet = new Packet();
        byte[] bytes = PacketBuilder.tcp(source, 1, destination, 2).build();
        packet.decode(bytes, 0, bytes.length, bytes.length, 101);
        return NetFilter.of(List.of(net)).admits(packet);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, 1.1.1.1, true",
        "10.0.0.0/8, 1.1.1.1, 10.0.0.0, true",
        "10.0.0.0/8, 11.0.0.0, 9.255.255.255, false",
        "192.0.2.128/25, 192.0.2.128, 1.1.1.1, true",
        "192.0.2.128/25, 192.0.2.127, 1.1.1.1, false",
        "192.0.2.7, 192.0.2.7, 1.1.1.1, true",
        "192.0.2.7, 192.0.2.8, 1.1.1.1, false",
        "0.0.0.0/0, 192.0.2.8, 1.1.1.1, true",
        "0.0.0.0/0, 2001:db8::1, 2001:db8::2, false",
        "2001:db8::/32, 2001:db8:ffff::1, 2::1, true",
        "2001:db8::/32, 2001:db9::1, 2::1, false",
        "2001:db8::8/125, 2001:db8::f, 2::1, true",
        "2001:db8::8/125, 2001:db8::10, 2::1, false",
        "::/0, 2001:db8::10, 2::1, true",
        "::/0, 1.2.3.4, 5.6.7.8, false"
    })
    void admitsPacketsWithAnEndInTheNetwork(String net, String source, String destination, boolean admitted) {
        assertThat(admits(net, source, destination)).isEqualTo(admitted);
    }

    @Test
    void admitsAllWithoutNetworks() {
        Packet packet = new Packet();
        byte[] bytes = PacketBuilder.tcp("1.2.3.4", 1, "5.6.7.8", 2).build();
        packet.decode(bytes, 0, bytes.length, bytes.length, 101);

        assertThat(NetFilter.of(List.of()).admits(packet)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "2001:db8::/129", "10.0.0.0/", "10.0.0.0/-1", "10.0.0/8", "x", "", "/8"})
    void refusesWhatIsNoNetwork(String text) {
        assertThat(NetFilter.isNetwork(text)).isFalse();
        assertThatThrownBy(() -> NetFilter.of(List.of(text))).isInstanceOf(IllegalArgumentException.class);
    }
}
