package eu.solutionatlas.change;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Conditional;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Encodings;
import eu.solutionatlas.web.HttpDate;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.QueryParameters;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.Routes;
import eu.solutionatlas.web.Since;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /changes}: what has changed, to be followed. With {@code ?since=N} a page of the changes after data version N; a page
 * that has a next one never changes any more.
 */
public final class ChangeRoutes {
    static final String PATH = "/changes";

    /** On one page. */
    static final int SIZE = 1_000;

    private static final List<Representation> FEED = List.of(Representation.ATOM);

    private final Store store;
    private final ChangeLog log;
    private final Documents documents;
    private final ActivityStreams streams;
    private final ChangeFeed feed;
    private final int size;

    public ChangeRoutes(Store store, Iris iris, ChangeLog log, Documents documents) {
        this(store, iris, log, documents, SIZE);
    }

    /** @param size of a page */
    ChangeRoutes(Store store, Iris iris, ChangeLog log, Documents documents, int size) {
        this.store = store;
        this.log = log;
        this.documents = documents;
        this.streams = new ActivityStreams(iris);
        this.feed = new ChangeFeed(store, iris, log);
        this.size = size;
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, PATH, this::answer);
        Address atom = new Address(PATH, Map.of(), Optional.of(Representation.ATOM));
        Routes.read(
                routes,
                PATH + "." + Representation.ATOM.suffix(),
                ctx -> documents.respond(
                        ctx, atom, FEED, (representation, who) -> feed.write(documents.frame(atom, FEED, who))));
    }

    private void answer(Context ctx) {
        ctx.header("Access-Control-Allow-Origin", "*");
        ctx.header("Link", "<" + PATH + ".atom>; rel=\"alternate\"; type=\"application/atom+xml\"");
        DataVersion now = store.version();
        if (QueryParameters.one(ctx, "since").isEmpty()) {
            send(ctx, streams.collection(log.oldest(), now), now, false);
            return;
        }
        Since since = Since.of(ctx);
        since.require(now, store::version);
        if (since.number() < log.oldest()) {
            throw new ProblemException(Problem.of(
                    410,
                    "history-not-kept",
                    "No changes since that version",
                    "This hub keeps the changes since data version " + log.oldest()
                            + ". Take /dump/catalogue.nq.gz and follow on from there."));
        }
        DataVersion after =
                store.version(since.number()).orElseGet(() -> new DataVersion(since.number(), Instant.EPOCH));
        Page.Place from = new Page.Place(after, skip(ctx));
        Page page = page(now, from);
        send(ctx, streams.page(from, page), page.until(), page.next().isPresent());
    }

    private Page page(DataVersion now, Page.Place from) {
        try {
            return log.page(now, from, size);
        } catch (ChangeLog.NoSuchPlace e) {
            throw new ProblemException(noSkip());
        }
    }

    private static Problem noSkip() {
        return Problem.badRequest(
                "skip", "skip= is a whole number, as the link to the next page has it, and less than the change has.");
    }

    private static int skip(Context ctx) {
        return QueryParameters.one(ctx, "skip")
                .map(text -> {
                    if (!text.matches("\\d{1,8}")) {
                        throw new ProblemException(noSkip());
                    }
                    return Integer.parseInt(text);
                })
                .orElse(0);
    }

    /** @param full whether what is sent will never be another */
    private static void send(Context ctx, byte[] body, DataVersion version, boolean full) {
        boolean gzip = Encodings.acceptsGzip(ctx.header("Accept-Encoding"));
        String etag = "\"changes-" + version.number() + "-" + version.at().getEpochSecond() + "-"
                + Integer.toHexString(java.util.Arrays.hashCode(body)) + (gzip ? "-gzip\"" : "\"");
        ctx.header(Responder.DATA_VERSION_HEADER, Long.toString(version.number()));
        ctx.header("Cache-Control", full ? "public, max-age=86400" : "public, no-cache");
        ctx.header("Vary", "Accept-Encoding");
        ctx.header("ETag", etag);
        ctx.header("Last-Modified", HttpDate.of(version.at()));
        if (Conditional.notModified(ctx.header("If-None-Match"), null, etag, version.at())) {
            Conditional.answerNotModified(ctx);
            return;
        }
        ctx.contentType(ActivityStreams.MEDIA_TYPE);
        if (gzip) {
            ctx.header("Content-Encoding", "gzip");
        }
        ctx.result(gzip ? Encodings.gzip(body) : body);
    }
}
