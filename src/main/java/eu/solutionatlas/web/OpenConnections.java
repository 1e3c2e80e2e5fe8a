package eu.solutionatlas.web;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Knows the connections that are open, to close those that Jetty would keep. Jetty knows how long nothing may move and how
 * slow a body may be, but a head that drips in byte by byte could hold its connection for days, and a few thousand of them
 * the whole server; and when it stops, it makes no difference between clients that wait for nothing and those that pause
 * in the middle of an answer.
 */
final class OpenConnections extends AbstractLifeCycle implements Connection.Listener {
    private static final Duration TICK = Duration.ofMillis(500);

    /**
     * A head that is on its way.
     *
     * @param request how many the connection had before it
     * @param since when it was first seen, in nanoseconds
     */
    private record Head(long request, long since) {}

    private static final Head NONE = new Head(-1, 0);

    private final Duration limit;
    private final Map<HttpConnection, Head> connections = new ConcurrentHashMap<>();
    private volatile boolean closing;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("web-heads").daemon().factory());

    OpenConnections(Duration limit) {
        this.limit = limit;
    }

    @Override
    protected void doStart() {
        clock.scheduleWithFixedDelay(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        clock.shutdownNow();
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof HttpConnection http) {
            connections.put(http, NONE);
        }
    }

    @Override
    public void onClosed(Connection connection) {
        if (connection instanceof HttpConnection http) {
            connections.remove(http);
        }
    }

    /** Closes those on which no request is under way, now and from now on. */
    void closeIdle() {
        closing = true;
        connections.keySet().stream()
                .filter(connection -> connection.getParser().isState(HttpParser.State.START))
                .forEach(connection -> connection.getEndPoint().close());
    }

    private void tick() {
        if (closing) {
            closeIdle();
        }
        long now = System.nanoTime();
        connections.forEach((connection, seen) -> {
            Head head = isArriving(connection.getParser()) ? current(connection, seen, now) : NONE;
            if (head != seen) {
                connections.replace(connection, seen, head);
            }
            if (head != NONE && now - head.since() > limit.toNanos()) {
                connection.getEndPoint().close();
            }
        });
    }

    private static boolean isArriving(HttpParser parser) {
        return parser.inHeaderState() && !parser.isState(HttpParser.State.START);
    }

    /** The head that was seen before, or a new one on the same connection. */
    private static Head current(HttpConnection connection, Head seen, long now) {
        long request = connection.getMessagesIn();
        return seen != NONE && seen.request() == request ? seen : new Head(request, now);
    }
}
