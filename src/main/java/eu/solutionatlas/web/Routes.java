package eu.solutionatlas.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/** Route table helpers. */
public final class Routes {
    private Routes() {}

    /** Adds a route for reading: GET and HEAD run the same handler, so that their headers agree. */
    public static void read(RoutesConfig routes, String path, Handler handler) {
        routes.addHttpHandler(HandlerType.GET, path, handler);
        routes.addHttpHandler(HandlerType.HEAD, path, handler);
    }
}
