package eu.solutionatlas.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Answers a GET or HEAD for any document of the catalogue, in the order that HTTP asks for: negotiate, look up, compare
 * validators, send (RFC 9110 sections 12 and 13). Finished bodies are kept for as long as the data version stands.
 */
public final class Responder {
    /** The header that names the data version of an answer. */
    public static final String DATA_VERSION_HEADER = "Atlas-Data-Version";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private record Key(Address document, Representation representation, Language language, long version) {}

    private final Iris iris;
    private final Supplier<DataVersion> current;
    private final Cache<Key, CachedBody> bodies;

    /**
     * @param current the newest data version
     * @param cacheBytes how much memory finished bodies may take
     */
    public Responder(Iris iris, Supplier<DataVersion> current, long cacheBytes) {
        this.iris = iris;
        this.current = current;
        this.bodies = Caffeine.newBuilder()
                .maximumWeight(cacheBytes)
                .weigher((Key key, CachedBody body) -> body.weight())
                .build();
    }

    /**
     * Answers for one document.
     *
     * @param offered the representations there are, in our order of preference
     * @throws ProblemException 404 for an unknown document, 406 when the client wants none of what is offered
     */
    public void respond(Context ctx, Address address, List<Representation> offered, Renderer renderer) {
        Representation representation = address.bySuffix().orElseGet(() -> negotiate(ctx, address, offered));
        Language language = representation.isHtml() ? Languages.of(ctx) : Language.DEFAULT;
        Address document = new Address(address.path(), address.parameters(), java.util.Optional.empty());
        CachedBody body = bodies.getIfPresent(
                new Key(document, representation, language, current.get().number()));
        if (body == null) {
            switch (renderer.render(representation, language)) {
                case Rendered.Unknown unknown ->
                    throw new ProblemException(
                            Problem.notFound("This hub has no document " + document.iri(iris) + "."));
                case Rendered.Moved moved -> {
                    ctx.redirect(moved.location(), io.javalin.http.HttpStatus.PERMANENT_REDIRECT);
                    return;
                }
                case Rendered.Body found -> body = new CachedBody(200, found.version(), found.bytes());
                case Rendered.Gone gone -> body = new CachedBody(410, gone.version(), gone.bytes());
            }
            bodies.put(
                    new Key(document, representation, language, body.version().number()), body);
        }
        send(ctx, address, document, offered, representation, language, body);
    }

    private void send(
            Context ctx,
            Address address,
            Address document,
            List<Representation> offered,
            Representation representation,
            Language language,
            CachedBody body) {
        boolean compressed = body.compressible() && Encodings.acceptsGzip(ctx.header("Accept-Encoding"));
        ctx.header("Vary", vary(address, representation));
        ctx.header("ETag", body.etag(compressed));
        ctx.header("Last-Modified", HTTP_DATE.format(body.version().at()));
        ctx.header("Cache-Control", "public, no-cache");
        ctx.header(DATA_VERSION_HEADER, Long.toString(body.version().number()));
        ctx.header("Link", links(document, offered, representation));
        ctx.header("Content-Location", document.iri(iris, representation));
        if (body.status() == 200 && Conditional.notModified(ctx, body, compressed)) {
            ctx.status(304);
            return;
        }
        ctx.status(body.status());
        ctx.contentType(representation.contentType());
        if (representation.isHtml()) {
            ctx.header("Content-Language", language.tag());
        }
        if (compressed) {
            ctx.header("Content-Encoding", "gzip");
        }
        byte[] bytes = body.bytes(compressed);
        ctx.res().setContentLength(bytes.length);
        try {
            // Past Javalin's result stream, whose copying costs more than all of the above.
            ctx.res().getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Representation negotiate(Context ctx, Address address, List<Representation> offered) {
        String accept = ctx.req().getHeaders("Accept").hasMoreElements()
                ? String.join(",", java.util.Collections.list(ctx.req().getHeaders("Accept")))
                : "";
        return ContentNegotiation.choose(accept, offered)
                .orElseThrow(() -> new ProblemException(notAcceptable(address, offered)));
    }

    /** The problem of a client that wants none of what there is, with the list of it. */
    private Problem notAcceptable(Address address, List<Representation> offered) {
        String list = offered.stream()
                .map(one -> one.mediaType() + " (" + address.iri(iris, one) + ")")
                .collect(Collectors.joining(", "));
        return Problem.of(406, "not-acceptable", "Not to be had in that format", "There is: " + list + ".")
                .with(
                        "available",
                        offered.stream().map(Representation::mediaType).toList())
                .withHeader("Vary", "Accept, Accept-Language, Accept-Encoding");
    }

    private static String vary(Address address, Representation representation) {
        if (address.bySuffix().isEmpty()) {
            return "Accept, Accept-Language, Accept-Encoding";
        }
        return representation.isHtml() ? "Accept-Language, Accept-Encoding" : "Accept-Encoding";
    }

    /** Link relations (RFC 8288): the other formats, the document itself, and what describes the whole dataset. */
    private String links(Address document, List<Representation> offered, Representation representation) {
        StringBuilder links = new StringBuilder();
        links.append('<').append(document.iri(iris)).append(">; rel=\"canonical\", <");
        links.append(iris.base()).append(".well-known/void>; rel=\"describedby\"; type=\"text/turtle\"");
        for (Representation other : offered) {
            if (!other.equals(representation)) {
                links.append(", <").append(document.iri(iris, other)).append(">; rel=\"alternate\"; type=\"");
                links.append(other.mediaType()).append('"');
            }
        }
        return links.toString();
    }
}
