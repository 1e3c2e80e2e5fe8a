package eu.solutionatlas.ontology;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Link;
import java.util.List;
import java.util.Optional;

/**
 * What the page of our shapes shows: what a good entry of each class looks like.
 *
 * @param editions which version this is, and which others are kept
 */
public record ShapesPage(String iri, Label title, Optional<String> version, List<Shape> shapes, Editions editions) {

    /**
     * What is asked of the entries of a class.
     *
     * @param anchor of its place on the page
     */
    public record Shape(String anchor, Label label, List<Link> targets, List<Field> fields) {}

    /**
     * What is asked of one property.
     *
     * @param property in short
     * @param least values there must be; empty when there may be none
     * @param most values there may be; empty when there may be any number
     * @param message what is said when it is not so
     */
    public record Field(
            Label name, String property, Optional<String> least, Optional<String> most, Optional<Label> message) {}
}
