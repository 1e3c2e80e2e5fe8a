package eu.solutionatlas.sparql;

import java.util.Set;
import org.apache.jena.graph.Node;

/** Finds entries by words, as the lists do, for queries. */
@FunctionalInterface
public interface WordSearch {
    /** Finds nothing: for a catalogue without search. */
    WordSearch NONE = (text, language) -> Set.of();

    /**
     * The things that the lists find for these words.
     *
     * @param language of the reader, as a tag; empty when that is not known
     */
    Set<Node> find(String text, String language);
}
