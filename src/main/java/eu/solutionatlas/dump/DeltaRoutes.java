package eu.solutionatlas.dump;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.ClientAddress;
import eu.solutionatlas.web.Conditional;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Encodings;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.HttpDate;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * {@code /dump/B/since/A}: what is other in the set B than in the set A, as a page; {@code .rdfp} as RDF Patch, {@code .csv} as
 * a table. Both sets never change, so neither does this.
 */
public final class DeltaRoutes {
    /** Most of these wait for slow readers; reading two large sets is work for one processor. */
    private static final int AT_ONCE = 8;

    private static final int KEPT_PAGES = 200;

    /** What one client may have of them. */
    private static final int OF_ONE = 2;

    private static final List<Representation> PAGE = List.of(Representation.HTML);

    /** Forms that programs read. */
    private enum Form {
        RDFP("application/rdf-patch"),
        CSV("text/csv; charset=utf-8; header=present");

        private final String mediaType;

        Form(String mediaType) {
            this.mediaType = mediaType;
        }

        String suffix() {
            return "." + name().toLowerCase(java.util.Locale.ROOT);
        }

        static Optional<Form> of(String name) {
            return java.util.Arrays.stream(values())
                    .filter(form -> name.endsWith(form.suffix()))
                    .findFirst();
        }
    }

    private final DumpSets sets;
    private final Documents documents;
    private final DeltaDescriber describer;
    /** By the names of the sets and the language; neither set ever changes. */
    private final Cache<String, DeltaPage> pages =
            Caffeine.newBuilder().maximumSize(KEPT_PAGES).build();

    private final Places places = new Places(AT_ONCE, OF_ONE);
    private final int trustedProxies;

    /** @param trustedProxies see {@link ClientAddress#of} */
    public DeltaRoutes(DumpSets sets, Documents documents, int trustedProxies) {
        this.trustedProxies = trustedProxies;
        this.sets = sets;
        this.documents = documents;
        this.describer = new DeltaDescriber(documents.iris());
    }

    /** Where the difference of two sets is, from the root of the hub; empty when they cannot be compared. */
    public static Optional<String> address(DumpSet from, DumpSet to) {
        Delta delta = new Delta(from, to);
        return delta.isPossible() ? Optional.of(address(delta)) : Optional.empty();
    }

    private static String address(Delta delta) {
        return DumpRoutes.address(delta.to()) + "/since/" + delta.from().id();
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, DumpRoutes.ROOT + "/{to}/since/{from}", this::answer);
    }

    private void answer(Context ctx) throws IOException {
        String name = ctx.pathParam("from");
        Optional<Form> form = Form.of(name);
        String from = form.map(
                        one -> name.substring(0, name.length() - one.suffix().length()))
                .orElse(name);
        Delta delta = new Delta(DumpRoutes.find(sets, from), DumpRoutes.find(sets, ctx.pathParam("to")));
        if (!delta.isPossible()) {
            throw new ProblemException(Problem.notFound("These sets cannot be compared, since an older version of this"
                    + " program wrote at least one of them: it has no " + Inventory.FILE_NAME + "."));
        }
        try {
            delta.requireSound(sets);
        } catch (DamagedFileException e) {
            throw new ProblemException(e.problem());
        }
        if (form.isPresent()) {
            String client = requirePlace(ctx); // before a header says that the answer will never change
            try {
                send(ctx, delta, form.get());
            } finally {
                places.leave(client);
            }
        } else {
            page(ctx, delta);
        }
    }

    private void send(Context ctx, Delta delta, Form form) throws IOException {
        boolean gzip = Encodings.acceptsGzip(ctx.header("Accept-Encoding"));
        String etag = "\"" + delta.name() + form.suffix() + (gzip ? "-gzip\"" : "\"");
        DataVersion version = delta.to().version();
        ctx.header(Responder.DATA_VERSION_HEADER, Long.toString(version.number()));
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        ctx.header("Vary", "Accept-Encoding");
        ctx.header("ETag", etag);
        ctx.header("Last-Modified", HttpDate.of(version.at()));
        ctx.header("Access-Control-Allow-Origin", "*");
        if (Conditional.notModified(ctx.header("If-None-Match"), null, etag, version.at())) {
            Conditional.answerNotModified(ctx);
            return;
        }
        ctx.contentType(form.mediaType);
        ctx.header("Content-Disposition", "attachment; filename=\"" + delta.name() + form.suffix() + "\"");
        if (gzip) {
            ctx.header("Content-Encoding", "gzip");
        }
        if (!ctx.req().getMethod().equals("HEAD")) {
            write(ctx, delta, form, gzip);
        }
    }

    private void write(Context ctx, Delta delta, Form form, boolean gzip) throws IOException {
        OutputStream out = ctx.res().getOutputStream();
        OutputStream coded = gzip ? new GZIPOutputStream(out, 1 << 13) : out;
        if (form == Form.RDFP) {
            delta.patch(coded);
        } else {
            delta.table(coded);
        }
        if (coded instanceof GZIPOutputStream zipped) {
            zipped.finish();
        }
    }

    /** @return whom the place is for, to give it back */
    private String requirePlace(Context ctx) {
        String client = ClientAddress.of(ctx.req(), trustedProxies);
        if (!places.enter(client)) {
            throw new ProblemException(Problem.of(
                            503,
                            "too-many-comparisons",
                            "Busy",
                            "As many sets as can be compared at once are being compared. Try again soon.")
                    .withHeader("Retry-After", "5"));
        }
        return client;
    }

    private void page(Context ctx, Delta delta) {
        Address address = new Address(address(delta));
        documents.respond(ctx, address, PAGE, (representation, who) -> {
            Frame frame = documents.frame(address, PAGE, who);
            DataVersion version = delta.to().version();
            Frame titled = frame.about(
                    frame.text(
                            "delta.title",
                            delta.from().id().toString(),
                            delta.to().id().toString()),
                    "",
                    version);
            return new Rendered.Draft(
                    version, documents.page("dump/delta.jte", titled, model(ctx, delta, address, frame)));
        });
    }

    private DeltaPage model(Context ctx, Delta delta, Address address, Frame frame) {
        String name = delta.name() + " " + frame.language().tag();
        DeltaPage known = pages.getIfPresent(name);
        if (known != null) {
            return known;
        }
        String client = requirePlace(ctx);
        try {
            DeltaPage made = describer.describe(delta, files(address, frame), frame);
            pages.put(name, made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.leave(client);
        }
    }

    private static List<Link> files(Address address, Frame frame) {
        return java.util.Arrays.stream(Form.values())
                .map(form -> Link.to(new Label(words(form, frame), ""), address.path() + form.suffix()))
                .toList();
    }

    private static String words(Form form, Frame frame) {
        return switch (form) {
            case RDFP -> frame.text("delta.as-patch");
            case CSV -> frame.text("delta.as-table");
        };
    }
}
