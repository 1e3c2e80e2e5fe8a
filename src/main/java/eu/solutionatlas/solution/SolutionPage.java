package eu.solutionatlas.solution;

import eu.solutionatlas.browse.Origin;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Link;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a solution shows. Empty lists and optionals are facts that the catalogue does not know, and the page
 * says so.
 *
 * @param iri of the solution
 * @param document the IRI of the document about it
 * @param translations its title and summary in other languages than those shown
 * @param startYear as written
 * @param parents what it builds on
 * @param children what builds on it
 * @param related what is like it, the nearest first; empty while the search is being made ready
 * @param entered into the catalogue
 * @param origin where it was copied from; empty for an entry of this hub
 */
public record SolutionPage(
        String iri,
        String document,
        Label title,
        Optional<Label> summary,
        List<Translation> translations,
        Optional<Status> status,
        Confidence confidence,
        List<Link> themes,
        List<Link> regions,
        List<Link> providers,
        List<Link> adopters,
        Optional<String> startYear,
        List<Label> funding,
        List<Link> licences,
        List<Link> repositories,
        List<Link> homepages,
        List<Link> parents,
        List<Link> children,
        Optional<List<Related>> related,
        List<Label> keywords,
        List<Link> sources,
        Optional<LocalDate> entered,
        Optional<LocalDate> changed,
        Optional<Origin> origin) {

    /**
     * The last known state.
     *
     * @param year that it is known for; empty when its age is unknown
     * @param inferred whether the source does not say it in so many words
     */
    public record Status(Link name, Optional<String> year, boolean inferred) {}

    /**
     * A solution that has something in common with this one.
     *
     * @param hub that it comes from; empty when that is this one
     * @param themes that both have
     * @param regions that both lie in
     * @param neighbours regions that it lies in, next to those of this one
     * @param providers that both have
     */
    public record Related(
            Link link,
            Optional<Label> hub,
            List<Label> themes,
            List<Label> regions,
            List<Label> neighbours,
            List<Label> providers) {}

    /**
     * Title and summary in one language; at least one of the two is there.
     *
     * @param language its tag; empty for texts that have none
     */
    public record Translation(String language, Optional<String> title, Optional<String> summary) {}

    /** How far the sources bear out what is stated. */
    public enum Confidence {
        HIGH,
        MEDIUM,
        UNKNOWN
    }
}
