package org.qingyuan.traffic.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.traffic.packet.Packet;
import org.qingyuan.traffic.packet.PacketBuilder;

class FlowTableTest {
    private static Packet packet(int flow, boolean back, boolean v6) {
        String here = v6
                ? "2001:db8::" + Integer.toHexString(flow & 0xfff)
                : "10.0." + (flow >> 8 & 255) + "." + (flow & 255);
        String there = v6 ? "2001:db8:1::" + Integer.toHexString(flow >> 4) : "10.0.200.7";
        PacketBuilder builder =
                back ? PacketBuilder.tcp(there, 443, here, flow) : PacketBuilder.tcp(here, flow, there, 443);
        byte[] bytes = builder.build();
        Packet packet = new Packet();
        packet.decode(bytes, 0, bytes.length, bytes.length, 101);
        return packet;
    }

    /// Compares the table with a map that keeps its entries in the order of use, over many random steps.
    @ParameterizedTest
    @CsvSource({"1,1", "7,2", "100,3", "1000,4", "3000,5"})
    void behavesLikeAMapInOrderOfUse(int most, long seed) {
        Random random = new Random(seed);
        FlowTable table = new FlowTable(most, seed);
        LinkedHashMap<Integer, Integer> model = new LinkedHashMap<>(16, 0.75f, true);
        Map<Integer, Integer> marks = new HashMap<>();
        for (int step = 0; step < 8_000; step++) {
            int flow = 1 + random.nextInt(most * 2 + 2);
            boolean v6 = flow % 3 == 0;
            int entry = table.find(packet(flow, random.nextBoolean(), v6));
            assertThat(entry).isEqualTo(model.getOrDefault(flow, FlowTable.NONE));
            if (entry == FlowTable.NONE) {
                while (!table.hasRoom()) {
                    Map.Entry<Integer, Integer> eldest =
                            model.entrySet().iterator().next();
                    assertThat(table.oldest()).isEqualTo(eldest.getValue());
                    table.removeOldest();
                    model.remove(eldest.getKey());
                }
                entry = table.insert();
                model.put(flow, entry);
                assertThat(table.detail(entry)).isEqualTo(FlowTable.NONE);
                assertThat(table.flags(entry)).isZero();
                assertThat(table.rows(entry)).isEqualTo(FlowTable.NO_ROWS);
            } else {
                int mark = marks.getOrDefault(flow, -1);
                assertThat(table.rows(entry)).isEqualTo(mark);
                assertThat(table.flags(entry)).isEqualTo(mark & 0x7f);
                assertThat(table.last(entry)).isEqualTo(mark);
                table.touch(entry);
                model.get(flow);
            }
            marks.put(flow, step);
            table.setRows(entry, step);
            table.setFlags(entry, step & 0x7f);
            table.setLast(entry, step);
            assertThat(table.isV6(entry)).isEqualTo(v6);
            assertThat(table.size()).isEqualTo(model.size());
        }
        List<Integer> order = new ArrayList<>(model.values());
        assertThat(table.all(entry -> true))
                .containsExactly(order.stream().mapToInt(each -> each).toArray());
        assertThat(table.all(table::isV6))
                .containsExactly(order.stream()
                        .mapToInt(each -> each)
                        .filter(table::isV6)
                        .toArray());
    }

    @Test
    void keepsFieldsApart() {
        FlowTable table = new FlowTable(10, 1);
        for (boolean v6 : new boolean[] {false, true}) {
            table.find(packet(65_535, false, v6));
            int entry = table.insert();
            table.setFlags(entry, 0x7f);
            table.setDetail(entry, 0xfffffe);
            table.setRows(entry, 0x1234_fffe);
            table.setLast(entry, Long.MAX_VALUE);
            table.touch(entry);

            assertThat(table.flags(entry)).isEqualTo(0x7f);
            assertThat(table.detail(entry)).isEqualTo(0xfffffe);
            assertThat(table.rows(entry)).isEqualTo(0x1234_fffe);
            assertThat(table.last(entry)).isEqualTo(Long.MAX_VALUE);
            table.setDetail(entry, FlowTable.NONE);
            table.setFlags(entry, 0);
            assertThat(table.detail(entry)).isEqualTo(FlowTable.NONE);
            assertThat(table.rows(entry)).isEqualTo(0x1234_fffe);
            assertThat(table.find(packet(65_535, true, v6))).isEqualTo(entry);
        }
    }

    @Test
    void tellsTheEndpoints() {
        FlowTable table = new FlowTable(10, 1);
        table.find(packet(300, false, false));
        assertThat(table.fromHigh()).isFalse();
        int four = table.insert();
        table.find(packet(0x123, true, true));
        assertThat(table.fromHigh()).isTrue();
        int six = table.insert();

        assertThat(table.address(four, false)).hasToString("10.0.1.44");
        assertThat(table.port(four, false)).isEqualTo(300);
        assertThat(table.address(four, true)).hasToString("10.0.200.7");
        assertThat(table.port(four, true)).isEqualTo(443);
        assertThat(table.address(six, false)).hasToString("2001:db8::123");
        assertThat(table.address(six, true)).hasToString("2001:db8:1::12");
        assertThat(table.port(six, false)).isEqualTo(0x123);
    }

    @Test
    void keepsTheOrderOfUseWhenNumbersBeginAnew() {
        FlowTable table = new FlowTable(10, 1);
        table.useNumber(-3);
        int[] entries = new int[4];
        for (int i = 0; i < 4; i++) {
            table.find(packet(i + 1, false, false));
            entries[i] = table.insert();
        }
        table.touch(entries[1]);

        assertThat(table.all(entry -> true)).containsExactly(entries[0], entries[2], entries[3], entries[1]);
        assertThat(table.oldest()).isEqualTo(entries[0]);
    }

    @Test
    void countsPacketsBySide() {
        FlowDetails details = new FlowTable(10, 1).details();
        PacketRef at = new PacketRef();
        at.timeNanos = 77;
        at.number = (1L << 46) + 5;
        at.input = 65_535;
        int record = details.addCounts(at, true);
        details.count(record, 0, 40, -1);
        details.count(record, 1, 1500, 5 << 16 | 0xffff);
        details.count(record, 1, 1500, 6 << 16 | 0xffff);
        details.setExpected(record, 0, -1);
        details.setExpected(record, 1, 7);
        Connection connection = new Connection(new org.qingyuan.finding.Address[0], new int[0]);
        details.copyTo(record, connection);

        assertThat(connection.packets).containsExactly(1, 2);
        assertThat(connection.bytes).containsExactly(40, 3000);
        assertThat(connection.vlan).containsExactly(-1, 5 << 16 | 0xffff);
        assertThat(connection.firstNanos).isEqualTo(77);
        assertThat(connection.firstNumber).isEqualTo((1L << 46) + 5);
        assertThat(connection.firstInput).isEqualTo(65_535);
        assertThat(connection.nanos).isTrue();
        assertThat(details.expected(record, 0)).isEqualTo(-1);
        assertThat(details.expected(record, 1)).isEqualTo(7);
    }
}
