package eu.solutionatlas.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines on a channel. */
final class Lines {
    private Lines() {}

    /**
     * Reads to the end of the first line.
     *
     * @return empty when the line is longer than it may be, or the channel ends before it does
     */
    static Optional<String> read(SocketChannel channel, int maxBytes) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8 << 10);
        while (channel.read(buffer) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    return Optional.of(line.toString(StandardCharsets.UTF_8));
                }
                line.write(next);
                if (line.size() >= maxBytes) {
                    return Optional.empty();
                }
            }
            buffer.clear();
        }
        return Optional.empty();
    }

    static void write(SocketChannel channel, byte[] line) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(line);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
