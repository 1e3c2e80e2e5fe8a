package eu.solutionatlas.actor;

import eu.solutionatlas.browse.Likeness;
import eu.solutionatlas.browse.Origin;
import eu.solutionatlas.browse.Shelf;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Link;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the page of an actor shows. Empty lists and optionals are facts that the catalogue does not know.
 *
 * @param iri of the actor
 * @param document the IRI of the document about it
 * @param otherNames its name in other languages than the one shown
 * @param town of its seat
 * @param provides solutions; empty while the search is being made ready
 * @param uses solutions; empty while the search is being made ready
 * @param partners who provides or uses the same solutions
 * @param networks that it belongs to
 * @param members that belong to it
 * @param entered into the catalogue
 * @param origin where it was copied from; empty for an entry of this hub
 * @param likely actors of other hubs that are probably the same
 */
public record ActorPage(
        String iri,
        String document,
        Label name,
        List<Label> otherNames,
        Optional<Link> kind,
        Optional<String> town,
        List<Link> regions,
        List<Link> homepages,
        Optional<Shelf> provides,
        Optional<Shelf> uses,
        List<Link> partners,
        List<Link> networks,
        List<Link> members,
        List<Link> sources,
        Optional<LocalDate> entered,
        Optional<LocalDate> changed,
        Optional<Origin> origin,
        List<Likely> likely) {

    /**
     * An actor of another hub that is probably the same.
     *
     * @param hub that it was copied from; empty for this hub
     * @param reasons why
     */
    public record Likely(Link actor, Optional<Label> hub, Set<Likeness.Reason> reasons) {}
}
