package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Label;
import java.util.List;
import java.util.Optional;

/**
 * One entry in a list.
 *
 * @param iri of the thing
 * @param title leads to its page
 * @param summary what it is, in a sentence or two
 * @param marks short facts, the most telling first
 * @param hub that it was copied from; empty for an entry of this hub
 */
public record Card(String iri, Link title, Optional<Label> summary, List<Label> marks, Optional<Label> hub) {
    public Card {
        marks = List.copyOf(marks);
    }
}
