package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Labels;
import java.util.Optional;

/**
 * What every page says of the hub behind it.
 *
 * @param name of the hub
 * @param contact where mistakes are reported, an IRI that can be followed
 */
public record Imprint(Labels name, Optional<String> contact) {
    /** Of a hub that has not described itself yet. */
    public static final Imprint UNKNOWN = new Imprint(Labels.NONE, Optional.empty());
}
