package eu.solutionatlas.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers a GET or HEAD for any document of the catalogue, in the order that HTTP asks for: negotiate, look up, compare
 * validators, send (RFC 9110 sections 12 and 13). Finished bodies are kept for as long as the data version stands.
 */
public final class Responder {
    /** The header that names the data version of an answer. */
    public static final String DATA_VERSION_HEADER = "Atlas-Data-Version";

    /** All headers of an answer together have 16 KB. */
    private static final int LONGEST_LINKED = 1_000;

    private static final String VARY = "Accept, Accept-Language, Accept-Encoding, Cookie";

    private record Key(String target, Representation representation, Reader reader, long version) {}

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
     * @param address whose suffix decides about the representation; then {@code ?format=}, then {@code Accept}
     * @param offered the representations there are, in our order of preference
     * @throws ProblemException 404 for an unknown document, 406 when the client wants none of what is offered
     */
    public void respond(Context ctx, Address address, List<Representation> offered, Renderer renderer) {
        String format = QueryParameters.one(ctx, "format").orElse(null);
        boolean negotiated = address.bySuffix().isEmpty() && format == null;
        Representation representation = choose(ctx, address, offered, format);
        Reader reader = representation.isInOneLanguage() ? Languages.reader(ctx) : Reader.ANY;
        Address document = address.document();
        CachedBody body = bodies.getIfPresent(
                new Key(document.target(), representation, reader, current.get().number()));
        if (body == null) {
            Rendered outcome = renderer.render(representation, reader);
            Rendered rendered = outcome instanceof Rendered.Copy copy ? copy.rendered() : outcome;
            if (rendered instanceof Rendered.Moved moved) {
                move(ctx, moved, address);
                return;
            }
            if (rendered instanceof Rendered.Streamed streamed) {
                stream(ctx, negotiated, representation, streamed, links(document, offered, representation, reader));
                return;
            }
            String links = outcome instanceof Rendered.Copy copy
                    ? links(copy.original().orElse(document.iri(iris)), document, offered, representation)
                    : links(document, offered, representation, reader);
            body = finish(rendered, document, representation, links);
            if (!(rendered instanceof Rendered.Draft)) {
                bodies.put(
                        new Key(
                                document.target(),
                                representation,
                                reader,
                                body.version().number()),
                        body);
            }
        }
        if (representation.isHtml() && reader.chosen()) {
            Languages.remember(ctx, iris, reader.language());
        }
        send(ctx, negotiated, representation, reader.language(), body);
    }

    private CachedBody finish(Rendered rendered, Address document, Representation representation, String link) {
        String location = document.iri(iris, representation);
        return switch (rendered) {
            case Rendered.Body found -> new CachedBody(200, found.version(), found.bytes(), link, location);
            case Rendered.Draft draft -> CachedBody.undated(draft.version(), draft.bytes(), link, location);
            case Rendered.Gone gone -> new CachedBody(410, gone.version(), gone.bytes(), link, location);
            case Rendered.Unknown unknown ->
                throw new ProblemException(Problem.notFound("This hub has no document " + document.iri(iris) + "."));
            case Rendered.Copy copy -> throw new IllegalArgumentException("a copy of a copy: " + copy);
            case Rendered.Moved moved -> throw new IllegalArgumentException("answered by a redirect: " + moved);
            case Rendered.Streamed streamed -> throw new IllegalArgumentException("sent bit by bit: " + streamed);
        };
    }

    private static void move(Context ctx, Rendered.Moved moved, Address from) {
        ctx.header("Vary", VARY);
        ctx.header("Cache-Control", "public, no-cache");
        Routes.redirect(
                ctx,
                moved.location()
                        + from.bySuffix().map(suffix -> "." + suffix.suffix()).orElse(""),
                HttpStatus.PERMANENT_REDIRECT);
    }

    private static void send(
            Context ctx, boolean negotiated, Representation representation, Language language, CachedBody body) {
        boolean compressed = body.compressible() && Encodings.acceptsGzip(ctx.header("Accept-Encoding"));
        ctx.header("Vary", vary(negotiated, representation));
        ctx.header("ETag", body.etag(compressed));
        ctx.header("Cache-Control", "public, no-cache");
        ctx.header(DATA_VERSION_HEADER, Long.toString(body.version().number()));
        ctx.header("Content-Location", body.location());
        if (body.status() == 200 && Conditional.notModified(ctx, body, compressed)) {
            // No more than this: the client has the rest with its copy (RFC 9110 section 15.4.5).
            Conditional.answerNotModified(ctx);
            return;
        }
        body.lastModified().ifPresent(date -> ctx.header("Last-Modified", date));
        ctx.header("Link", body.link());
        ctx.status(body.status());
        ctx.contentType(representation.contentType());
        if (representation.format().isEmpty() && representation.isInOneLanguage()) {
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

    /** Without validators: they would have to be known before the first byte. */
    private static void stream(
            Context ctx, boolean negotiated, Representation representation, Rendered.Streamed body, String link) {
        try (body) {
            ctx.header("Vary", vary(negotiated, representation));
            ctx.header("Cache-Control", "public, no-cache");
            ctx.header(DATA_VERSION_HEADER, Long.toString(body.version().number()));
            ctx.header("Link", link);
            ctx.contentType(representation.contentType());
            boolean compressed = Encodings.acceptsGzip(ctx.header("Accept-Encoding"));
            if (compressed) {
                ctx.header("Content-Encoding", "gzip");
            }
            if (ctx.req().getMethod().equals("HEAD")) {
                return;
            }
            OutputStream out = ctx.res().getOutputStream();
            if (compressed) {
                GZIPOutputStream gzip = new GZIPOutputStream(out, 8192);
                body.writing().to(gzip);
                gzip.finish();
            } else {
                body.writing().to(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Representation choose(Context ctx, Address address, List<Representation> offered, @Nullable String format) {
        if (address.bySuffix().isPresent()) {
            return address.bySuffix().get();
        }
        if (format != null) {
            return offered.stream()
                    .filter(one -> one.suffix().equals(format))
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(Problem.badRequest(
                            "unknown-format",
                            "The parameter format names no format of this document. There is: "
                                    + offered.stream()
                                            .map(Representation::suffix)
                                            .collect(Collectors.joining(", "))
                                    + ".")));
        }
        return ContentNegotiation.choose(ContentNegotiation.accept(ctx), offered)
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
                .withHeader("Vary", VARY);
    }

    private static String vary(boolean negotiated, Representation representation) {
        if (negotiated) {
            return VARY;
        }
        return representation.isInOneLanguage() ? "Accept-Language, Accept-Encoding, Cookie" : "Accept-Encoding";
    }

    private String links(Address document, List<Representation> offered, Representation representation, Reader reader) {
        // A page in a language that was asked for is a page of its own; data is the same in all.
        Address canonical = representation.isHtml() && reader.chosen()
                ? document.with("lang", reader.language().tag())
                : document;
        return links(canonical.iri(iris), document, offered, representation);
    }

    /** Link relations (RFC 8288): the other formats, the document itself, and what describes the whole dataset. */
    private String links(
            String canonical, Address document, List<Representation> offered, Representation representation) {
        StringBuilder links = new StringBuilder();
        links.append('<').append(canonical).append(">; rel=\"canonical\", <");
        links.append(iris.base()).append(".well-known/void>; rel=\"describedby\"; type=\"text/turtle\"");
        // Of a document whose IRI is very long, clients take the formats from the page.
        boolean brief = document.iri(iris).length() <= LONGEST_LINKED;
        for (Representation other : offered) {
            if (brief && !other.equals(representation)) {
                links.append(", <").append(document.iri(iris, other)).append(">; rel=\"alternate\"; type=\"");
                links.append(other.mediaType()).append('"');
            }
        }
        return links.toString();
    }
}
