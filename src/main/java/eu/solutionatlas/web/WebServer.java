package eu.solutionatlas.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one HTTP server: Javalin's routes in a Jetty that takes nothing ambiguous. Whatever goes wrong, the client gets a
 * {@link Problem}.
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int SMALLEST_POOL = 8;
    private static final int THREAD_IDLE_MILLIS = 60_000;
    private static final int INTERRUPT_MILLIS = 1_000;

    private final WebSettings settings;
    private final Javalin javalin;
    private final OpenConnections connections;

    private WebServer(WebSettings settings, Javalin javalin, OpenConnections connections) {
        this.settings = settings;
        this.javalin = javalin;
        this.connections = connections;
    }

    /**
     * Starts listening.
     *
     * @param page shows problems to people
     * @param observers told of each request once it is answered, on the thread that answered it
     * @param features adds the routes
     * @throws ListenException when the port cannot be had
     */
    public static WebServer start(
            WebSettings settings,
            ProblemPage page,
            List<Consumer<Exchange>> observers,
            Consumer<JavalinConfig> features) {
        ProblemWriter writer = new ProblemWriter(page);
        JettyErrors errors = new JettyErrors(writer);
        Failures failures = new Failures(writer);
        List<Consumer<Exchange>> all = new ArrayList<>(observers);
        if (settings.logRequests()) {
            all.add(new RequestLines(settings.logQueries()));
        }
        OpenConnections connections = new OpenConnections(settings.headTimeout());
        Exchanges exchanges = new Exchanges(all);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            // Answers that are worth it come compressed already, see Responder.
            config.http.compressionStrategy = CompressionStrategy.NONE;
            config.http.prefer405over404 = true;
            config.http.maxRequestSize = settings.maxBodyBytes();
            config.router.ignoreTrailingSlashes = false;
            config.router.javaLangErrorHandler(failures::error);
            config.jetty.threadPool = threads(settings);
            config.jetty.modifyHttpConfiguration(http -> configure(http, settings));
            config.jetty.addConnector((server, http) -> connector(server, http, settings, connections));
            config.jetty.modifyServer(server -> configure(server, settings, errors, exchanges));
            config.jetty.modifyServletContextHandler(context -> configure(context, settings, errors));
            failures.addTo(config.routes);
            exchanges.addTo(config.routes);
            features.accept(config);
        });
        javalin.start();
        return new WebServer(settings, javalin, connections);
    }

    /**
     * Makes sure that the port can be had, for those who have long work to do before they start to listen.
     *
     * @throws ListenException when it cannot
     */
    public static void requirePort(WebSettings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
        } catch (IOException e) {
            throw new ListenException(settings.host(), settings.port(), e);
        }
    }

    /** The port that it listens at. */
    public int port() {
        return javalin.port();
    }

    /** Goes on answering for the time set, lets running requests finish within the other time set, closes the port. */
    @Override
    public void close() {
        try {
            Thread.sleep(settings.drain());
        } catch (InterruptedException e) {
            // Whoever interrupts a stop wants it at once.
            Thread.currentThread().interrupt();
        }
        connections.closeIdle();
        try {
            javalin.stop();
        } catch (JavalinException e) {
            // Everything else is still to be closed; nothing of this server runs any more.
            LOG.warn("Not all requests finished within {}; the others were cut off", settings.stopWait(), e);
        }
    }

    private static QueuedThreadPool threads(WebSettings settings) {
        // The queue before the pool needs no bound of its own: a connection has one request under way at a time.
        QueuedThreadPool threads = new QueuedThreadPool(
                settings.threads(), Math.min(SMALLEST_POOL, settings.threads()), THREAD_IDLE_MILLIS);
        threads.setName("web");
        // By then the requests have had their time, and are interrupted.
        threads.setStopTimeout(INTERRUPT_MILLIS);
        return threads;
    }

    private static void configure(HttpConfiguration http, WebSettings settings) {
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.setRequestHeaderSize(settings.maxHeaderBytes());
        http.setMinRequestDataRate(settings.minDataRate());
        http.setMinResponseDataRate(settings.minDataRate());
    }

    private static Connector connector(
            Server server, HttpConfiguration http, WebSettings settings, OpenConnections connections) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idleTimeout().toMillis());
        // While it stops, too, a client may pause as long as it may otherwise.
        connector.setShutdownIdleTimeout(settings.stopWait().toMillis());
        connector.addBean(connections);
        try {
            connector.open();
        } catch (IOException e) {
            throw new ListenException(settings.host(), settings.port(), e);
        }
        return connector;
    }

    private static void configure(Server server, WebSettings settings, JettyErrors errors, Exchanges exchanges) {
        server.setErrorHandler(errors);
        server.setRequestLog(exchanges);
        server.setStopTimeout(atLeastOneMillisecond(settings.stopWait()));
        server.addBean(new ConnectionLimit(settings.maxConnections(), server));
        server.setHandler(new Gate(
                errors,
                settings.maxBodyBytes(),
                new GracefulHandler(new SizeLimitHandler(settings.maxBodyBytes(), -1))));
    }

    private static void configure(ServletContextHandler context, WebSettings settings, JettyErrors errors) {
        context.setErrorHandler(errors);
        context.setMaxFormContentSize(settings.maxBodyBytes());
    }

    /** Jetty takes 0 for "do not wait for requests at all, nor say so". */
    private static long atLeastOneMillisecond(Duration wait) {
        return Math.max(1, wait.toMillis());
    }
}
