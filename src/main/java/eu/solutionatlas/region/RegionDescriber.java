package eu.solutionatlas.region;

import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.SchemeDescriber;
import eu.solutionatlas.browse.Shelves;
import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.web.Branch;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Page;
import eu.solutionatlas.web.StructuredData;
import eu.solutionatlas.web.TileMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;

/** Reads the pages of regions. */
public final class RegionDescriber implements SchemeDescriber {
    private static final Node OFFICIAL_NAME = NodeFactory.createURI("http://www.w3.org/ns/locn#geographicName");

    private static final int SHOWN = 12;

    private final Iris iris;
    private final Shelves solutions;
    private final Shelves actors;
    private final TileMaps maps;

    /** @param outlines what maps show beside their tiles */
    public RegionDescriber(Iris iris, Shelves solutions, Shelves actors, Optional<Outlines> outlines) {
        this.maps = new TileMaps(outlines.map(Outlines::layer));
        this.iris = iris;
        this.solutions = solutions;
        this.actors = actors;
    }

    @Override
    public Page scheme(CatalogueView view, Scheme scheme, Frame frame) {
        String language = frame.language().tag();
        Label title = scheme.title().in(language, scheme.iri().getURI());
        Optional<Label> description = scheme.description().in(language);
        Map<Node, Integer> counts = solutions.counts(view.search(), Facet.REGION, scheme);
        Linker linker = new Linker(iris, scheme, frame.language());
        RegionPage.Tree tree = new RegionPage.Tree(
                scheme.iri().getURI(),
                title,
                description,
                maps.whole(scheme, counts, linker),
                Branch.of(scheme, scheme.top(), counts, linker));
        return new Page(
                "region/tree.jte", title.text(), description.map(Label::text).orElse(""), tree);
    }

    /** All regions on one map. */
    public TileMap map(CatalogueView view, Scheme scheme, Language language) {
        Map<Node, Integer> counts = solutions.counts(view.search(), Facet.REGION, scheme);
        return map(scheme, counts, language);
    }

    /** All regions on one map, shaded by other numbers than those of their solutions. */
    public TileMap map(Scheme scheme, Map<Node, Integer> counts, Language language) {
        return maps.whole(scheme, counts, new Linker(iris, scheme, language));
    }

    @Override
    public Page concept(CatalogueView view, Scheme scheme, Node region, Frame frame) {
        RegionPage page = page(view, scheme, region, frame.language());
        String description = frame.text("region.about", page.name().text());
        StructuredData about = StructuredData.of("AdministrativeArea", page.iri())
                .with("name", page.name().text())
                .with("identifier", page.code());
        return new Page("region/page.jte", page.name().text(), description, page, about);
    }

    private RegionPage page(CatalogueView view, Scheme scheme, Node region, Language language) {
        Linker linker = new Linker(iris, view.vocabulary().names(), language);
        Description description = new Description(view.snapshot().graph(scheme.iri()), region);
        Labels names = scheme.of(region);
        Label name = names.in(language.tag(), region.getURI());
        List<Node> above = new ArrayList<>(scheme.hierarchy().upwards(region));
        above.remove(region);
        Collections.reverse(above);
        String code = region.getURI().substring(Iris.NUTS.length());
        Map<Node, Integer> counts = solutions.counts(view.search(), Facet.REGION, scheme);
        return new RegionPage(
                region.getURI(),
                code,
                description.value(ATLAS.nutsLevel),
                name,
                Linker.others(names, name),
                description.texts(OFFICIAL_NAME),
                withoutRepeats(above.stream().map(linker::to).toList()),
                maps.at(region, scheme, counts, linker),
                Branch.of(scheme, scheme.hierarchy().narrower(region), counts, linker),
                linker.to(scheme.touching().getOrDefault(region, Set.of())),
                description.things(SKOS.closeMatch).stream()
                        .map(match -> Link.elsewhere(match.getURI()))
                        .toList(),
                solutions.cut(view.search(), Facet.REGION, code, SHOWN, linker),
                actors.cut(view.search(), Facet.REGION, code, SHOWN, linker));
    }

    /** Some countries are one region at several levels, each of the same name: the way there names them once. */
    private static List<Link> withoutRepeats(List<Link> path) {
        List<Link> kept = new ArrayList<>();
        for (Link link : path) {
            if (kept.isEmpty() || !kept.getLast().label().equals(link.label())) {
                kept.add(link);
            }
        }
        return kept;
    }
}
