package eu.solutionatlas.dump.page;

import eu.solutionatlas.dump.DumpRoutes;
import eu.solutionatlas.dump.DumpSet;
import eu.solutionatlas.dump.DumpSets;
import eu.solutionatlas.dump.Dumps;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Page;
import eu.solutionatlas.web.Reader;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@code /download}: the page about the dumps, for people, and {@code /dump/SET}: that of one set. They say how old they are
 * and what is newer, so they are drawn up anew for everybody who asks; machines take {@code /catalogue} and the manifests.
 */
public final class DownloadRoutes {
    static final String PATH = "/download";

    private static final List<Representation> OFFERED = List.of(Representation.HTML);

    private final Documents documents;
    private final Supplier<DataVersion> current;
    private final DownloadDescriber describer;

    /** @param current the data version of the catalogue, which may be newer than that of the dumps */
    public DownloadRoutes(Documents documents, Supplier<DataVersion> current, DumpSets sets, Dumps dumps) {
        this.documents = documents;
        this.current = current;
        this.describer = new DownloadDescriber(sets, dumps, documents.iris());
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(routes, PATH, OFFERED, this::download);
    }

    private void download(Context ctx, Address address) {
        documents.respond(ctx, address, OFFERED, (representation, who) -> page(address.document(), who));
    }

    /** The page of a set, which asks for it by its name or by its name with {@code .html}. */
    public void set(Context ctx, DumpSet set) {
        Address address = Address.of(DumpRoutes.ROOT + "/", ctx.pathParam("name"), OFFERED);
        documents.respond(ctx, address, OFFERED, (representation, who) -> {
            Frame frame = documents.frame(address.document(), OFFERED, who);
            Page page = new Page(
                    "download/set.jte",
                    frame.text(
                            "set.title",
                            frame.date(set.id().date()),
                            frame.number(set.version().number())),
                    frame.text("set.intro"),
                    describer.describe(set, frame.language()));
            return new Rendered.Draft(set.version(), documents.page(page, frame, set.version()));
        });
    }

    private Rendered page(Address address, Reader who) {
        Frame frame = documents.frame(address, OFFERED, who);
        DataVersion version = current.get();
        Page page = new Page(
                "download/page.jte",
                frame.text("download.title"),
                frame.text("download.intro"),
                describer.describe(frame.language()));
        return new Rendered.Draft(version, documents.page(page, frame, version));
    }
}
