package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Licence;
import java.util.Optional;

/**
 * What every page says of the hub behind it.
 *
 * @param name of the hub
 * @param licence of the data
 * @param contact where mistakes are reported, an IRI that can be followed
 */
public record Imprint(Labels name, Licence licence, Optional<String> contact) {
    /** Of a hub that has not described itself yet. */
    public static final Imprint UNKNOWN = new Imprint(Labels.NONE, Licence.DEFAULT, Optional.empty());
}
