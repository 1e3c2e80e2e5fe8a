package eu.solutionatlas.hub;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Link;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What the page of the hub shows. */
public record HubPage(
        String iri,
        Label name,
        Optional<Label> description,
        List<Link> regions,
        List<Link> licences,
        List<Link> contacts,
        List<Link> homepages,
        List<Catalogue> catalogues,
        Optional<LocalDate> entered) {

    /** A catalogue that the hub publishes. */
    public record Catalogue(String iri, Label title, Optional<Label> description) {}
}
