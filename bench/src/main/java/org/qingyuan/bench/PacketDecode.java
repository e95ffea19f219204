package org.qingyuan.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.qingyuan.traffic.packet.Packet;

/// Finding where things are in a packet; one operation is one packet.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PacketDecode {
    private final Packet packet = new Packet();
    private final OrdinaryTraffic traffic = OrdinaryTraffic.generate();

    /// @return something that depends on every packet
    @Benchmark
    @OperationsPerInvocation(OrdinaryTraffic.PACKETS)
    public long decode() {
        long sum = 0;
        for (int i = 0; i < OrdinaryTraffic.PACKETS; i++) {
            sum += traffic.decode(packet, i).ordinal() + packet.payload();
        }
        return sum;
    }
}
