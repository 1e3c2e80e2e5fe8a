package eu.solutionatlas.dump;

import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Conditional;
import eu.solutionatlas.web.Encodings;
import eu.solutionatlas.web.HttpDate;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.Routes;
import eu.solutionatlas.web.Since;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;

/**
 * {@code /dump/changes?since=N}: the present graphs of this hub's own documents that are not as they were at data version
 * N, as N-Quads. An entry that was removed meanwhile is among them as its tombstone. Whoever has the dump of version N
 * and puts these graphs in place of those of the same names has the version that the header says. With {@code &at=TIME},
 * the time of that version, they are refused when version N is of another time here: the number is then one of another
 * history, before the catalogue was begun anew.
 */
public final class ChangesRoutes {
    private static final String MEDIA_TYPE = "application/n-quads";

    private final Store store;
    private final Copies copies;

    public ChangesRoutes(Store store, Iris iris) {
        this.store = store;
        this.copies = new Copies(iris);
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, "/dump/changes", this::changes);
    }

    private void changes(Context ctx) {
        Since since = Since.of(ctx);
        store.read(snapshot -> {
            answer(ctx, snapshot, since);
            return since;
        });
    }

    private void answer(Context ctx, Snapshot snapshot, Since asked) {
        DataVersion version = snapshot.version();
        asked.require(version, store::version);
        long since = asked.number();
        boolean gzip = Encodings.acceptsGzip(ctx.header("Accept-Encoding"));
        String etag = "\"changes-" + since + "-" + version.number() + "-"
                + version.at().getEpochSecond() + (gzip ? "-gzip" : "") + "\"";
        ctx.header(Responder.DATA_VERSION_HEADER, Long.toString(version.number()));
        ctx.header("Cache-Control", "public, no-cache");
        ctx.header("Vary", "Accept-Encoding");
        ctx.header("ETag", etag);
        ctx.header("Last-Modified", HttpDate.of(version.at()));
        if (Conditional.notModified(ctx.header("If-None-Match"), null, etag, version.at())) {
            Conditional.answerNotModified(ctx);
            return;
        }
        ctx.contentType(MEDIA_TYPE);
        if (gzip) {
            ctx.header("Content-Encoding", "gzip");
        }
        if (!ctx.req().getMethod().equals("HEAD")) {
            send(ctx, snapshot, since, gzip);
        }
    }

    private void send(Context ctx, Snapshot snapshot, long since, boolean gzip) {
        List<Node> documents = changed(snapshot, since);
        try {
            OutputStream out = ctx.res().getOutputStream();
            OutputStream coded = gzip ? new GZIPOutputStream(out, 1 << 13) : out;
            OutputStream buffered = new BufferedOutputStream(coded, 1 << 13);
            DocumentStream quads = DocumentStream.quads(buffered);
            documents.forEach(document -> quads.add(document, SortedDocument.of(snapshot, document)));
            quads.finish();
            buffered.flush();
            if (coded instanceof GZIPOutputStream zipped) {
                zipped.finish();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Node> changed(Snapshot snapshot, long since) {
        if (since == snapshot.version().number()) {
            return List.of(); // what partners ask most often need not be looked for
        }
        return snapshot.documents()
                .filter(document -> !copies.isCopy(document))
                .filter(document -> snapshot.versionOf(document)
                        .filter(version -> version.number() > since)
                        .isPresent())
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }
}
