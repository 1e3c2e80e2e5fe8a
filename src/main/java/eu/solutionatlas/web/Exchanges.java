package eu.solutionatlas.web;

import io.javalin.config.RoutesConfig;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Tells the observers of each request once its answer is out; also of those that never reached a route. */
final class Exchanges implements RequestLog {
    private static final String ROUTE = "eu.solutionatlas.route";

    private final List<Consumer<Exchange>> observers;

    Exchanges(List<Consumer<Exchange>> observers) {
        this.observers = List.copyOf(observers);
    }

    /** Remembers which route answered. */
    void addTo(RoutesConfig routes) {
        routes.after(ctx -> {
            Endpoint endpoint = ctx.endpoints().lastHttpEndpoint();
            if (endpoint != null) {
                ctx.req().setAttribute(ROUTE, endpoint.path);
            }
        });
    }

    @Override
    public void log(Request request, Response response) {
        HttpURI uri = request.getHttpURI();
        String path = uri.getPath();
        Exchange exchange = new Exchange(
                RequestIds.of(request),
                Instant.ofEpochMilli(Request.getTimeStamp(request)),
                request.getMethod(),
                path == null ? "" : path,
                Optional.ofNullable(uri.getQuery()),
                Optional.ofNullable((String) request.getAttribute(ROUTE)),
                response.getStatus(),
                Response.getContentBytesWritten(response),
                Duration.ofNanos(NanoTime.since(request.getBeginNanoTime())));
        observers.forEach(observer -> observer.accept(exchange));
    }
}
