package eu.solutionatlas.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for orders at {@code control.sock} in the data directory: one order a connection, a line of JSON each way.
 * Whatever comes in, the hub goes on.
 */
public final class ControlSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlSocket.class);
    private static final int ORDERS_AT_A_TIME = 4;
    private static final int WAITING = 16;
    private static final int PATIENCE_SECONDS = 5;
    private static final long STOP_SECONDS = 5;

    private final Path path;
    private final ServerSocketChannel listening;
    private final Function<Order, Answer> hub;
    private final Wire wire = new Wire();
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            ORDERS_AT_A_TIME,
            ORDERS_AT_A_TIME,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("control-", 1).daemon().factory());
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("control-watch").daemon().factory());

    private ControlSocket(Path path, ServerSocketChannel listening, Function<Order, Answer> hub) {
        this.path = path;
        this.listening = listening;
        this.hub = hub;
        workers.allowCoreThreadTimeOut(true);
    }

    /**
     * Begins to listen, in the place of whatever a killed hub left behind: the caller has the data directory for itself.
     * Where that is not possible, the log says why, and the hub does without.
     *
     * @param hub obeys orders, several at a time
     */
    public static Optional<ControlSocket> open(Path dataDirectory, Function<Order, Answer> hub) {
        Path path = Wire.socket(dataDirectory);
        try {
            Files.deleteIfExists(path);
            ServerSocketChannel listening = listen(path);
            ControlSocket socket = new ControlSocket(path, listening, hub);
            Thread.ofPlatform().name("control").daemon().start(socket::accept);
            return Optional.of(socket);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn(
                    "While it runs, this hub takes no orders from 'solution-atlas hub': no socket can be made at {} ({})."
                            + " The path may be too long; a data directory with a shorter one helps",
                    path.toAbsolutePath(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private static ServerSocketChannel listen(Path path) throws IOException {
        ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listening.bind(UnixDomainSocketAddress.of(path));
            path.toFile().deleteOnExit(); // also when the process is told to stop before it has quite begun
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
            }
            return listening;
        } catch (IOException | UnsupportedOperationException e) {
            listening.close();
            throw e;
        }
    }

    private void accept() {
        while (listening.isOpen()) {
            try {
                SocketChannel connection = listening.accept();
                open.add(connection);
                hand(connection);
            } catch (IOException e) {
                if (listening.isOpen()) {
                    LOG.warn("An order could not be taken: {}", e.getMessage());
                    pause(500); // files have run out: trying again at once would only burn the processor
                }
            }
        }
    }

    /** Whoever comes while all places are taken waits, and those after them in the system's own queue. */
    private void hand(SocketChannel connection) {
        while (listening.isOpen() && !workers.isShutdown()) {
            try {
                workers.execute(() -> serve(connection));
                return;
            } catch (RejectedExecutionException e) {
                pause(20);
            }
        }
        end(connection);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(SocketChannel connection) {
        try {
            Optional<String> line = within(connection, () -> Lines.read(connection, Wire.MAX_ORDER));
            Answer answer = line.flatMap(wire::order)
                    .map(this::obey)
                    .orElseGet(
                            () -> Answer.misunderstood("That is no order: one line of JSON with command and arguments,"
                                    + " at most " + Wire.MAX_ORDER + " bytes."));
            within(connection, () -> {
                Lines.write(connection, wire.write(answer));
                return true;
            });
        } catch (IOException e) {
            LOG.debug("Whoever gave an order went away, or was too slow", e);
        } finally {
            end(connection);
        }
    }

    private Answer obey(Order order) {
        try {
            return hub.apply(order);
        } catch (RuntimeException e) {
            LOG.error("The order '{}' went wrong", order.command(), e);
            return Answer.cannot("This should not have happened; the log of the hub says more: " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        T take() throws IOException;
    }

    /** Blocking channels have no time limit of their own. */
    private <T> T within(SocketChannel connection, Step<T> step) throws IOException {
        Future<?> ending = watch.schedule(() -> end(connection), PATIENCE_SECONDS, TimeUnit.SECONDS);
        try {
            return step.take();
        } finally {
            ending.cancel(false);
        }
    }

    private void end(SocketChannel connection) {
        open.remove(connection);
        try {
            connection.close();
        } catch (IOException e) {
            LOG.debug("A connection did not close", e);
        }
    }

    /** Takes no more orders, and gives those that run a moment. */
    @Override
    public void close() {
        try {
            listening.close();
            Files.deleteIfExists(path);
        } catch (FileSystemException e) {
            LOG.warn("{} could not be removed; the next start does it: {}", path, e.getMessage());
        } catch (IOException e) {
            LOG.warn("The socket for orders did not close: {}", e.getMessage());
        }
        workers.shutdown();
        try {
            workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch.shutdownNow();
        Set.copyOf(open).forEach(this::end);
        workers.shutdownNow();
    }
}
