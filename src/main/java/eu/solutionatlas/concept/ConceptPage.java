package eu.solutionatlas.concept;

import eu.solutionatlas.browse.Shelf;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Branch;
import eu.solutionatlas.web.Link;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a concept shows.
 *
 * @param iri of the concept
 * @param scheme that it belongs to
 * @param otherNames its name in other languages than the one shown
 * @param matches concepts of other schemes, by how well they match
 * @param entries that concern it or something below it
 * @param kind of the entries: {@code solution} or {@code actor}
 */
public record ConceptPage(
        String iri,
        Link scheme,
        Label name,
        List<Label> otherNames,
        Optional<Label> definition,
        List<Link> broader,
        List<Branch> narrower,
        List<Match> matches,
        Shelf entries,
        String kind) {

    /** How well concepts match (SKOS reference section 10). */
    public enum Degree {
        EXACT,
        CLOSE,
        BROAD,
        NARROW,
        RELATED
    }

    /** A concept of another scheme. */
    public record Match(Degree degree, Link link) {}
}
