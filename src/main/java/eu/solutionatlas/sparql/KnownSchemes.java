package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.TileMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** The vocabularies of the catalogue, as the query pages use them: to complete what is typed, and to draw results on a map. */
public interface KnownSchemes {
    /** No vocabularies. */
    KnownSchemes NONE = new KnownSchemes() {
        @Override
        public Map<String, Scheme> at(Snapshot snapshot) {
            return Map.of();
        }

        @Override
        public Optional<Scheme> regions(Snapshot snapshot) {
            return Optional.empty();
        }

        @Override
        public TileMap map(Scheme regions, Map<Node, Integer> numbers, Language language) {
            return TileMap.EMPTY;
        }
    };

    /** The schemes by what one of their concepts is: {@code theme}, {@code status}, {@code actor-kind}, {@code region}. */
    Map<String, Scheme> at(Snapshot snapshot);

    /** The scheme of regions; empty when it was not loaded. */
    Optional<Scheme> regions(Snapshot snapshot);

    /** All regions on one map, shaded by numbers. */
    TileMap map(Scheme regions, Map<Node, Integer> numbers, Language language);
}
