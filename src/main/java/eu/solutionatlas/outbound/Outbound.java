package eu.solutionatlas.outbound;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProxyAuthenticationProtocolHandler;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Asks other machines. Follows no redirects but one within a server where the caller says so, keeps no cookies and sends no credentials; connects only to addresses that
 * the policy allows.
 */
public final class Outbound implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** Less than what common servers keep idle connections for, so that a request seldom meets one that just ends. */
    private static final Duration KEPT_CONNECTION = Duration.ofSeconds(4);

    private static final int CONNECTIONS_PER_HOST = 6;
    private static final int WAITING_PER_HOST = 64;
    private static final int HEADER_BYTES = 16 << 10;
    private static final int THREADS = 32;

    private final HttpClient client;
    private final AddressPolicy policy;
    private final Downloader downloader;

    /**
     * Starts the client.
     *
     * @param agent how it names itself: program, version and the hub's base IRI
     */
    public Outbound(OutboundSettings settings, String agent) {
        this(settings, agent, Resolver.SYSTEM);
    }

    Outbound(OutboundSettings settings, String agent, Resolver resolver) {
        this.policy = new AddressPolicy(settings);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 2);
        threads.setName("outbound");
        threads.setDaemon(true);
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setExecutor(threads);
        connector.setSslContextFactory(new SslContextFactory.Client());
        connector.setConnectTimeout(CONNECT_TIMEOUT);
        this.client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setExecutor(threads);
        client.setSocketAddressResolver(new CheckedResolver(resolver, policy, threads));
        client.setConnectTimeout(CONNECT_TIMEOUT.toMillis());
        client.setIdleTimeout(KEPT_CONNECTION.toMillis());
        client.setDestinationIdleTimeout(Duration.ofMinutes(5).toMillis());
        client.setMaxConnectionsPerDestination(CONNECTIONS_PER_HOST);
        client.setMaxRequestsQueuedPerDestination(WAITING_PER_HOST);
        client.setMaxResponseHeadersSize(HEADER_BYTES);
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, agent));
        start();
        this.downloader = new Downloader(this);
    }

    private void start() {
        try {
            client.start();
        } catch (Exception e) {
            throw new IllegalStateException("the client for other hubs does not start: " + e.getMessage(), e);
        }
        client.getContentDecoderFactories().clear(); // decompressed by us, within the limit of size
        client.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
        client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
        client.getProtocolHandlers().remove(ProxyAuthenticationProtocolHandler.NAME);
    }

    /**
     * Asks, and has the answer read on this thread while it arrives. Returns within the request's deadline, whatever the
     * other side does, as long as the reader itself does not wait for anything else.
     */
    public <T> Outcome<T> exchange(OutboundRequest request, BodyReader<T> reader, Cancel cancel) {
        long begun = System.nanoTime();
        Outcome<T> outcome = once(request, reader, cancel);
        if (request.followsOneRedirect() && outcome instanceof Outcome.Failed<T> failed) {
            Optional<URI> moved = Redirects.withinOrigin(request.uri(), failed.fault());
            Duration left = request.deadline().minusNanos(System.nanoTime() - begun);
            if (moved.isPresent() && left.isPositive()) {
                return once(request.movedTo(moved.get(), left), reader, cancel);
            }
        }
        return outcome;
    }

    private <T> Outcome<T> once(OutboundRequest request, BodyReader<T> reader, Cancel cancel) {
        Optional<String> complaint = policy.complaint(request.uri());
        return complaint.isPresent()
                ? new Outcome.Failed<>(Fault.of(Fault.Kind.FORBIDDEN_ADDRESS, complaint.get()))
                : new Exchange(client, request).run(reader, cancel);
    }

    /** Asks without a way to give up before the deadline. */
    public <T> Outcome<T> exchange(OutboundRequest request, BodyReader<T> reader) {
        return exchange(request, reader, new Cancel());
    }

    /**
     * Fetches a file, unless it is as it was. What a broken download left behind is gone on with, if the other side says
     * that it is still the same file.
     *
     * @param request a GET; its deadline is that of each try
     * @param target where the whole file is put in the end; beside it lies what there is of it before
     * @param known what was said of the file when it was fetched last
     */
    public Download download(OutboundRequest request, Path target, Validators known, Cancel cancel) {
        return downloader.download(request, target, known, cancel);
    }

    @Override
    public void close() {
        try {
            client.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the client for other hubs does not stop: " + e.getMessage(), e);
        }
    }
}
