package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PipeChannelTest {
    @Test
    void givesEveryByteInOrder() throws IOException {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        try (InputStream in = Channels.newInputStream(
                new PipeChannel(Channels.newChannel(new ByteArrayInputStream(bytes)), () -> false))) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void endsASilentPipeWhenCancelled() throws IOException {
        Pipe pipe = Pipe.open();
        AtomicBoolean cancelled = new AtomicBoolean(true);
        try (PipeChannel channel = new PipeChannel(pipe.source(), cancelled::get)) {
            assertThat(channel.read(ByteBuffer.allocate(10))).isEqualTo(-1);
        }
    }

    @Test
    void passesAFaultOn() {
        ReadableByteChannel broken = new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                throw new IOException("gone");
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
        try (PipeChannel channel = new PipeChannel(broken, () -> false)) {
            assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(10))).hasMessage("gone");
        }
    }
}
