package eu.solutionatlas;

import eu.solutionatlas.concept.Concepts;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.region.RegionDescriber;
import eu.solutionatlas.region.Regions;
import eu.solutionatlas.sparql.KnownSchemes;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.TileMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** The vocabularies of the catalogue for the query pages. */
record QuerySchemes(Concepts concepts, Regions nuts, RegionDescriber describer) implements KnownSchemes {
    @Override
    public Map<String, Scheme> at(Snapshot snapshot) {
        Map<String, Scheme> schemes = new LinkedHashMap<>();
        for (String name : List.of(Concepts.THEME, Concepts.STATUS, Concepts.ACTOR_KIND)) {
            concepts.scheme(snapshot, name).ifPresent(scheme -> schemes.put(name, scheme));
        }
        regions(snapshot).ifPresent(scheme -> schemes.put("region", scheme));
        return schemes;
    }

    @Override
    public Optional<Scheme> regions(Snapshot snapshot) {
        return nuts.scheme(snapshot);
    }

    @Override
    public TileMap map(Scheme regions, Map<Node, Integer> numbers, Language language) {
        return describer.map(regions, numbers, language);
    }
}
