package eu.solutionatlas.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Route table helpers. */
public final class Routes {
    private Routes() {}

    /** Answers a request for a document. */
    @FunctionalInterface
    public interface DocumentHandler {
        void handle(Context ctx, Address address);
    }

    /** Adds a route for reading: GET and HEAD run the same handler, so that their headers agree. */
    public static void read(RoutesConfig routes, String path, Handler handler) {
        routes.addHttpHandler(HandlerType.GET, path, handler);
        routes.addHttpHandler(HandlerType.HEAD, path, handler);
    }

    /** Adds one document: its path, and its path with the suffix of each format. */
    public static void document(
            RoutesConfig routes, String path, List<Representation> offered, DocumentHandler handler) {
        Address address = new Address(path);
        read(routes, path, ctx -> handler.handle(ctx, address));
        for (Representation one : offered) {
            Address fixed = new Address(path, Map.of(), Optional.of(one));
            read(routes, path + "." + one.suffix(), ctx -> handler.handle(ctx, fixed));
        }
    }

    /** Adds all documents directly below a path, with and without the suffix of a format. */
    public static void documents(
            RoutesConfig routes, String parent, List<Representation> offered, DocumentHandler handler) {
        read(
                routes,
                parent + "/{name}",
                ctx -> handler.handle(ctx, Address.of(parent + "/", ctx.pathParam("name"), offered)));
    }

    /** Leads from a thing to the document about it (303, W3C "Cool URIs for the Semantic Web" section 4.2). */
    public static void seeOther(Context ctx, String document) {
        redirect(ctx, document, HttpStatus.SEE_OTHER);
    }

    /** Leads elsewhere, without a body and so without a type of it. */
    static void redirect(Context ctx, String location, HttpStatus status) {
        ctx.redirect(location, status);
        ctx.res().setContentType(null);
    }
}
