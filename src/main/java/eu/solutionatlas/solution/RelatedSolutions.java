package eu.solutionatlas.solution;

import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.browse.Shelves;
import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.search.Trait;
import eu.solutionatlas.web.Card;
import eu.solutionatlas.web.Linker;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;

/**
 * What a reader of one solution may want to see next: solutions on the same themes or by the same provider, those near by
 * first, on whichever side of a border. Each comes with the reason.
 */
record RelatedSolutions(Shelves solutions) {
    private static final int SIZE = 6;

    /** A theme below another one says more than the one above. */
    private static final float NARROW_THEME = 3;

    private static final float WIDE_THEME = 1.5f;
    private static final float PROVIDER = 2.5f;
    private static final float SAME_REGION = 2;
    private static final float NEIGHBOUR = 1;

    /** Borders are known for regions of NUTS level 2, whose codes have four signs. */
    private static final int CODE_LENGTH = 4;

    List<SolutionPage.Related> of(
            CatalogueView view, Session session, SolutionEntry entry, Node document, Linker linker) {
        Optional<Scheme> regions =
                Optional.ofNullable(view.vocabulary().schemes().get("region"));
        Set<Node> home = areas(entry.regions(), regions);
        Set<Node> around = neighbours(home, regions);
        Optional<Scheme> themes =
                Optional.ofNullable(view.vocabulary().schemes().get("theme"));
        List<Trait> essential = new ArrayList<>();
        for (Node theme : entry.themes()) {
            boolean narrow = themes.filter(
                            scheme -> !scheme.hierarchy().broader(theme).isEmpty())
                    .isPresent();
            essential.add(new Trait(Facet.THEME, Background.value(theme), narrow ? NARROW_THEME : WIDE_THEME));
        }
        entry.providers().forEach(actor -> essential.add(new Trait(Facet.PROVIDER, linker.value(actor), PROVIDER)));
        List<Trait> further = new ArrayList<>();
        home.forEach(area -> further.add(new Trait(Facet.REGION, Background.value(area), SAME_REGION)));
        around.forEach(area -> further.add(new Trait(Facet.REGION, Background.value(area), NEIGHBOUR)));
        return solutions.nearest(session, essential, further, document, SIZE).stream()
                .map(hit -> related(hit, entry, home, around, regions, linker))
                .toList();
    }

    private static SolutionPage.Related related(
            Hit hit, SolutionEntry entry, Set<Node> home, Set<Node> around, Optional<Scheme> regions, Linker linker) {
        Description other = new Description(hit.gist(), hit.thing());
        Card card = Shelves.cards(List.of(hit), linker).getFirst();
        Set<Node> there = areas(other.things(DCTerms.spatial), regions);
        List<Node> sameAreas = common(home, there);
        List<Node> neighbours = sameAreas.isEmpty() ? common(around, there) : List.of();
        return new SolutionPage.Related(
                card.title(),
                card.hub(),
                named(common(entry.themes(), other.things(DCAT.theme)), linker),
                named(sameAreas, linker),
                named(neighbours, linker),
                named(common(entry.providers(), other.things(ATLAS.provider)), linker));
    }

    private static List<Label> named(List<Node> things, Linker linker) {
        return things.stream().map(linker::name).toList();
    }

    private static List<Node> common(Collection<Node> some, Collection<Node> others) {
        return some.stream().filter(others::contains).toList();
    }

    /** The regions of NUTS level 2 that places lie in. */
    private static Set<Node> areas(Collection<Node> places, Optional<Scheme> regions) {
        Set<Node> areas = new LinkedHashSet<>();
        regions.ifPresent(scheme -> places.forEach(place -> scheme.hierarchy().upwards(place).stream()
                .filter(area -> Background.value(area).length() == CODE_LENGTH)
                .forEach(areas::add)));
        return areas;
    }

    private static Set<Node> neighbours(Set<Node> home, Optional<Scheme> regions) {
        Set<Node> around = new LinkedHashSet<>();
        regions.ifPresent(scheme ->
                home.forEach(area -> around.addAll(scheme.touching().getOrDefault(area, Set.of()))));
        around.removeAll(home);
        return around;
    }
}
