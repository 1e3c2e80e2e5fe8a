package eu.solutionatlas.ontology;

import java.util.List;
import java.util.Optional;

/**
 * The versions of a document, as its page names them.
 *
 * @param path of the document as it is now, such as {@code /ns}
 * @param shown the kept version that the page shows; empty when it shows how it is now
 * @param kept the numbers of all that are kept, the newest first
 */
public record Editions(String path, Optional<String> shown, List<String> kept) {}
