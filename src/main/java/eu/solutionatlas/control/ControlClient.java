package eu.solutionatlas.control;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Gives orders to the hub that runs on a data directory. */
public final class ControlClient {
    private final Wire wire = new Wire();
    private final Path path;

    public ControlClient(Path dataDirectory) {
        this.path = Wire.socket(dataDirectory);
    }

    /**
     * Gives an order and waits until it is done, however long that takes.
     *
     * @return empty when no hub listens there
     * @throws IOException when it went away in the middle
     */
    public Optional<Answer> give(Order order) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        Optional<SocketChannel> connected = connect();
        if (connected.isEmpty()) {
            return Optional.empty();
        }
        try (SocketChannel channel = connected.get()) {
            Lines.write(channel, wire.write(order));
            return Optional.of(Lines.read(channel, Wire.MAX_ANSWER)
                    .flatMap(wire::answer)
                    .orElseThrow(() -> new IOException("the hub stopped, or gave up, before it had answered")));
        }
    }

    private Optional<SocketChannel> connect() throws IOException {
        try {
            return Optional.of(SocketChannel.open(UnixDomainSocketAddress.of(path)));
        } catch (java.net.ConnectException | UnsupportedOperationException e) {
            return Optional.empty(); // left behind by a hub that was killed
        }
    }
}
