package eu.solutionatlas.network;

import eu.solutionatlas.browse.Shelf;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Link;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a partner hub shows.
 *
 * @param iri of the hub in our register
 * @param hub the facts that the table of all hubs shows as well
 * @param otherNames its name in other languages than the one shown
 * @param homepages none or one
 * @param spaces how the IRIs of its own entries begin
 * @param sources where it is asked and copied from
 * @param role of whoever is to be written to
 * @param contacts addresses to write to
 * @param since when it was registered
 * @param copiedFrom what the copy was made of
 */
public record PartnerPage(
        String iri,
        HubRow hub,
        List<Label> otherNames,
        List<Link> homepages,
        List<String> spaces,
        Sources sources,
        Optional<String> role,
        List<Link> contacts,
        Optional<LocalDate> since,
        Optional<Link> copiedFrom,
        Shelf solutions,
        Shelf actors,
        Optional<HubReport> report) {

    /** Where a hub is asked and copied from, each none or one. */
    public record Sources(List<Link> endpoint, List<Link> dump, List<Link> changes) {}
}
