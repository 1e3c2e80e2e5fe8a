package eu.solutionatlas.sparql;

import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Conditional;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Languages;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** {@code /sparql/terms.json}: what a query can be made of, for those who complete what is typed. */
final class TermRoutes {
    private static final String PATH = "/sparql/terms.json";

    private final Store store;
    private final Documents documents;
    private final Terms terms;

    TermRoutes(Store store, Documents documents, Terms terms) {
        this.store = store;
        this.documents = documents;
        this.terms = terms;
    }

    void addTo(RoutesConfig routes) {
        Routes.read(routes, PATH, this::answer);
    }

    private void answer(Context ctx) {
        Frame frame = documents.frame(new Address(PATH), List.of(), Languages.reader(ctx));
        byte[] json = store.read(snapshot -> {
            QueryRunner.name(ctx.res(), snapshot.version());
            return terms.json(snapshot, frame);
        });
        String etag = "\"" + Integer.toHexString(Arrays.hashCode(json)) + "\"";
        Cors.open(ctx);
        ctx.header("Cache-Control", "public, no-cache");
        ctx.header("Vary", "Accept-Language, Cookie");
        ctx.header("ETag", etag);
        if (Conditional.notModified(ctx.header("If-None-Match"), null, etag, Instant.EPOCH)) {
            Conditional.answerNotModified(ctx);
            return;
        }
        ctx.header("Content-Language", frame.language().tag());
        ctx.contentType("application/json");
        ctx.result(json);
    }
}
