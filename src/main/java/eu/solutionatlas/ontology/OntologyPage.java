package eu.solutionatlas.ontology;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Link;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a vocabulary shows: of our ontology, or of our shapes.
 *
 * @param own terms that are defined here
 * @param reused terms of others that are only named here
 * @param editions which version this is, and which others are kept
 */
public record OntologyPage(
        String iri,
        Label title,
        Optional<Label> description,
        Optional<String> version,
        Diagram diagram,
        List<Term> own,
        List<Term> reused,
        Editions editions) {

    /**
     * A term.
     *
     * @param anchor of its place on the page
     * @param shortName with prefix
     * @param otherLabels in other languages than the one shown
     * @param comment what it means; for a term of others, how we use it
     * @param above what it specialises
     * @param sample an entry of this class in Turtle; empty for what is no class
     */
    public record Term(
            String anchor,
            String iri,
            String shortName,
            Label label,
            List<Label> otherLabels,
            Optional<Label> comment,
            List<Label> notes,
            List<Link> above,
            List<Link> domains,
            List<Link> ranges,
            Optional<String> sample) {}
}
