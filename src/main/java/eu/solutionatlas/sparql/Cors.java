package eu.solutionatlas.sparql;

import io.javalin.http.Context;

/** Reading is open to scripts in pages of any origin (the CORS protocol of the Fetch standard). */
final class Cors {
    private Cors() {}

    /** Headers of every answer, an error included, since a script cannot read an error without them. */
    static void open(Context ctx) {
        ctx.header("Access-Control-Allow-Origin", "*");
        ctx.header("Access-Control-Expose-Headers", "Atlas-Data-Version, Federation-Status, Retry-After, Link");
    }

    /** The answer to OPTIONS, asked by a browser before a request that is not simple. */
    static void preflight(Context ctx, String methods) {
        open(ctx);
        ctx.header("Allow", methods);
        ctx.header("Access-Control-Allow-Methods", methods);
        ctx.header("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type");
        ctx.header("Access-Control-Max-Age", "86400");
        ctx.status(204);
    }
}
