package eu.solutionatlas.dump;

import eu.solutionatlas.web.ContentNegotiation;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * {@code /dump/SET/FILE}, which never changes, and {@code /dump/latest/FILE} and {@code /dump/FILE}, which lead to the
 * newest; {@code /dump} is a list of the sets, {@code /dump/SET} is a page for people and leads machines to the manifest. A request can only ever name what a
 * manifest names, never a file.
 */
public final class DumpRoutes {
    /** Where the dumps are. */
    public static final String ROOT = "/dump";

    private static final String LATEST = "latest";

    private static final String HTML = ".html";

    private static final String PAGE = "/download";

    /** Who does not ask for a page gets what machines get. */
    private static final List<Representation> DATA_OR_PAGE = List.of(Representation.JSON, Representation.HTML);

    private final DumpSets sets;
    private final BiConsumer<Context, DumpSet> page;
    private final boolean areWritten;

    /**
     * @param schedule when sets are written; those that there are need not be from it
     * @param page answers with the page of a set
     */
    public DumpRoutes(DumpSets sets, Schedule schedule, BiConsumer<Context, DumpSet> page) {
        this.sets = sets;
        this.page = page;
        this.areWritten = schedule.isOn();
    }

    /** The address of a set as a whole, from the root of the hub. */
    public static String address(DumpSet set) {
        return ROOT + "/" + set.id();
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, ROOT, this::directory);
        Routes.read(routes, ROOT + "/{name}", this::named);
        Routes.read(routes, ROOT + "/{set}/{name}", this::dated);
    }

    /** People are led to the page; machines are told which sets there are. */
    private void directory(Context ctx) {
        if (ContentNegotiation.wantsPage(ctx, DATA_OR_PAGE)) {
            leadReader(ctx, PAGE);
            return;
        }
        if (sets.all().isEmpty()) {
            newest(); // says why there is none
        }
        sets.latest()
                .ifPresent(set -> ctx.header(
                        Responder.DATA_VERSION_HEADER,
                        Long.toString(set.version().number())));
        ctx.header("Cache-Control", "no-cache");
        ctx.contentType(Representation.JSON.mediaType());
        ctx.result(SetList.of(sets).toBytes());
    }

    /** In the language that was asked for. */
    private static void leadReader(Context ctx, String path) {
        lead(ctx, ctx.queryString() == null ? path : path + "?" + ctx.queryString());
    }

    /** The name of a set alone is its page; machines are led to its manifest, which says the same. */
    private void named(Context ctx) {
        String name = ctx.pathParam("name");
        Optional<DumpId> set = DumpId.parse(withoutEnding(name));
        if (name.equals(LATEST)) {
            if (ContentNegotiation.wantsPage(ctx, DATA_OR_PAGE)) {
                leadReader(ctx, address(newest()));
            } else {
                latest(ctx, Manifest.FILE_NAME);
            }
        } else if (set.isEmpty()) {
            latest(ctx, name);
        } else if (name.endsWith(HTML) || ContentNegotiation.wantsPage(ctx, DATA_OR_PAGE)) {
            page.accept(ctx, find(sets, withoutEnding(name)));
        } else {
            redirect(ctx, find(sets, name), Manifest.FILE_NAME);
        }
    }

    private static String withoutEnding(String name) {
        return name.endsWith(HTML) ? name.substring(0, name.length() - HTML.length()) : name;
    }

    /** 302 rather than 301: tomorrow it leads elsewhere. Nobody may keep it without asking. */
    private static void lead(Context ctx, String path) {
        ctx.header("Cache-Control", "no-cache");
        ctx.redirect(path, HttpStatus.FOUND);
        ctx.res().setContentType(null);
    }

    private void dated(Context ctx) throws IOException {
        String name = ctx.pathParam("name");
        if (ctx.pathParam("set").equals(LATEST)) {
            latest(ctx, name);
            return;
        }
        DumpSet set = find(sets, ctx.pathParam("set"));
        DumpFile file = file(set, plain(name));
        ctx.header(Responder.DATA_VERSION_HEADER, Long.toString(set.version().number()));
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
        if (name.endsWith(Checksums.SUFFIX)) {
            ctx.contentType("text/plain; charset=utf-8");
            ctx.result(Checksums.line(file));
        } else {
            FileAnswer.send(ctx, sets, set, file);
        }
    }

    private void latest(Context ctx, String name) {
        DumpSet set = newest();
        file(set, plain(name));
        redirect(ctx, set, name);
    }

    private DumpSet newest() {
        return sets.latest().orElseThrow(() -> new ProblemException(areWritten ? notReady() : none()));
    }

    private static Problem notReady() {
        return Problem.of(503, "dump-not-ready", "Not ready yet", "The dumps are being written. Try again soon.")
                .withHeader("Retry-After", "10");
    }

    private static Problem none() {
        return Problem.notFound(
                "There are no dumps: this hub is set to write none by itself (atlas.dump.every is 0s), and"
                        + " nobody has written any with the command 'dump'. Lists such as /solution.csv and the SPARQL endpoint"
                        + " give the same data.");
    }

    private static void redirect(Context ctx, DumpSet set, String name) {
        ctx.header(Responder.DATA_VERSION_HEADER, Long.toString(set.version().number()));
        lead(ctx, address(set) + "/" + name);
    }

    /** @throws ProblemException 404 with the names of those there are */
    static DumpSet find(DumpSets sets, String name) {
        Optional<DumpSet> set = DumpId.parse(name).flatMap(sets::find).filter(sets::isThere);
        return set.orElseThrow(() -> {
            if (DumpId.parse(name).filter(sets::isUnusable).isPresent()) {
                return new ProblemException(DamagedFileException.problem("The manifest of the dumps " + name));
            }
            List<String> known =
                    sets.all().stream().map(one -> one.id().toString()).toList();
            return new ProblemException(Problem.notFound("There is no such set of dumps. "
                            + (known.isEmpty()
                                    ? "There is none yet."
                                    : "There is: " + String.join(", ", known)
                                            + "."
                                            + sets.latest()
                                                    .map(newest -> " 'latest' leads to " + newest.id() + ".")
                                                    .orElse("")))
                    .with("sets", known));
        });
    }

    private static DumpFile file(DumpSet set, String name) {
        return set.file(name).orElseThrow(() -> {
            List<String> known =
                    set.all().map(one -> ROOT + "/" + LATEST + "/" + one.name()).toList();
            return new ProblemException(
                    Problem.notFound("There is no such dump. There is: " + String.join(", ", known) + ".")
                            .with("files", known));
        });
    }

    private static String plain(String name) {
        return name.endsWith(Checksums.SUFFIX) ? name.substring(0, name.length() - Checksums.SUFFIX.length()) : name;
    }
}
