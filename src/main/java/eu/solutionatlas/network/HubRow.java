package eu.solutionatlas.network;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Link;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One hub of the network, as a table shows it.
 *
 * @param id its short name; that of this hub is a word that no partner can have
 * @param page our page about it
 * @param regions that it serves
 * @param state whether it takes part
 * @param solutions of it in this catalogue
 * @param actors of it in this catalogue
 * @param copied when the copy of its entries changed last; empty when there is none
 * @param version its data version that the copy shows
 * @param reported whether there is a report about copying from it
 */
public record HubRow(
        String id,
        Label name,
        String page,
        List<Link> regions,
        State state,
        int solutions,
        int actors,
        Optional<Instant> copied,
        Optional<String> version,
        HubStatus status,
        boolean reported) {
    public HubRow {
        regions = List.copyOf(regions);
    }

    /** Whether a hub takes part. */
    public enum State {
        /** It is this hub. */
        HERE,
        ACTIVE,
        PAUSED
    }
}
