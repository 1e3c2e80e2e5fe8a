package eu.solutionatlas.region;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Branch;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.SKOS;
import org.jspecify.annotations.Nullable;

/** Reads the pages of regions. */
final class RegionDescriber {
    private static final Node OFFICIAL_NAME = NodeFactory.createURI("http://www.w3.org/ns/locn#geographicName");

    private record Counted(long version, Map<Node, Integer> counts) {}

    private final Iris iris;
    private final Located solutions;
    private final Located actors;
    private final TileMaps maps;
    private volatile @Nullable Counted counted;

    RegionDescriber(Iris iris, Located solutions, Located actors, TileMaps maps) {
        this.iris = iris;
        this.solutions = solutions;
        this.actors = actors;
        this.maps = maps;
    }

    /** Solutions per region, sub-regions included, counted once per data version. */
    Map<Node, Integer> counts(Snapshot snapshot, Scheme scheme) {
        Counted known = counted;
        if (known == null || known.version() != snapshot.version().number()) {
            known = new Counted(
                    snapshot.version().number(),
                    scheme.hierarchy().count(solutions.regions().of(snapshot)));
            counted = known;
        }
        return known.counts();
    }

    /** All regions on one map. */
    TileMap map(Snapshot snapshot, Scheme scheme, Language language) {
        return maps.whole(scheme, counts(snapshot, scheme), new Linker(iris, scheme, language));
    }

    RegionPage.Tree describe(Snapshot snapshot, Scheme scheme, Language language) {
        return new RegionPage.Tree(
                scheme.iri().getURI(),
                scheme.title().in(language.tag(), scheme.iri().getURI()),
                scheme.description().in(language.tag()),
                map(snapshot, scheme, language),
                Branch.of(scheme, scheme.top(), counts(snapshot, scheme), new Linker(iris, scheme, language)));
    }

    RegionPage describe(
            Snapshot snapshot, Scheme scheme, Node region, int solutionPage, int actorPage, Language language) {
        Linker linker = new Linker(iris, scheme, language);
        Description description = new Description(snapshot.graph(scheme.iri()), region);
        Labels names = scheme.of(region);
        Label name = names.in(language.tag(), region.getURI());
        List<Node> above = new ArrayList<>(scheme.hierarchy().upwards(region));
        above.remove(region);
        Collections.reverse(above);
        Set<Node> all = scheme.hierarchy().downwards(region);
        return new RegionPage(
                region.getURI(),
                region.getURI().substring(Iris.NUTS.length()),
                description.value(ATLAS.nutsLevel),
                name,
                Linker.others(names, name),
                description.texts(OFFICIAL_NAME),
                above.stream().map(linker::to).toList(),
                maps.at(region, scheme, counts(snapshot, scheme), linker),
                Branch.of(scheme, scheme.hierarchy().narrower(region), counts(snapshot, scheme), linker),
                description.things(SKOS.closeMatch).stream()
                        .map(match -> Link.elsewhere(match.getURI()))
                        .toList(),
                solutions.listing().of(snapshot, all, solutionPage, language),
                actors.listing().of(snapshot, all, actorPage, language));
    }
}
