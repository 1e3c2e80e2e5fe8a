package eu.solutionatlas.web;

import eu.solutionatlas.rdf.RdfFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A form in which a document can be had: a page for people, or one of the RDF formats.
 *
 * @param mediaType without parameters
 * @param suffix of a path that asks for it, without the dot
 * @param title for people
 * @param format the RDF format; empty for the page
 */
public record Representation(String mediaType, String suffix, String title, Optional<RdfFormat> format)
        implements Offer {
    public static final Representation HTML = new Representation("text/html", "html", "HTML", Optional.empty());

    /** A table of a list, one row for each entry. */
    public static final Representation CSV = new Representation("text/csv", "csv", "CSV", Optional.empty());

    /** The newest entries of a list (RFC 4287). */
    public static final Representation ATOM =
            new Representation("application/atom+xml", "atom", "Atom", Optional.empty());

    /** The page first, then every RDF format in our order of preference. */
    public static final List<Representation> ALL = Stream.concat(
                    Stream.of(HTML), Stream.of(RdfFormat.values()).map(Representation::of))
            .toList();

    /** For documents that are no named graph of their own, such as a list or a part of a scheme. */
    public static final List<Representation> WITHOUT_QUADS = ALL.stream()
            .filter(one -> !one.format().equals(Optional.of(RdfFormat.N_QUADS)))
            .toList();

    /** For lists, which can be long and so are written bit by bit. */
    public static final List<Representation> LIST =
            List.of(HTML, of(RdfFormat.TURTLE), of(RdfFormat.JSON_LD), of(RdfFormat.N_TRIPLES), CSV, ATOM);

    public static Representation of(RdfFormat format) {
        return new Representation(format.mediaType(), format.suffix(), format.title(), Optional.of(format));
    }

    public boolean isHtml() {
        return equals(HTML);
    }

    /** Whether it is written in a language; RDF holds all languages at once. */
    public boolean isInOneLanguage() {
        return format.isEmpty();
    }
}
