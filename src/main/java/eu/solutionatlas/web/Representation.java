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
 * @param format the RDF format; empty for those that are none
 * @param isInOneLanguage whether it depends on the reader's language; RDF of an entry holds all languages at once
 */
public record Representation(
        String mediaType, String suffix, String title, Optional<RdfFormat> format, boolean isInOneLanguage)
        implements Offer {
    public static final Representation HTML = new Representation("text/html", "html", "HTML", Optional.empty(), true);

    /** A table of a list, one row for each entry. */
    public static final Representation CSV = new Representation("text/csv", "csv", "CSV", Optional.empty(), true);

    /** The same table for spreadsheet programs (Office Open XML). */
    public static final Representation XLSX = new Representation(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
            "Excel",
            Optional.empty(),
            true);

    /** The newest entries of a list (RFC 4287). */
    public static final Representation ATOM =
            new Representation("application/atom+xml", "atom", "Atom", Optional.empty(), true);

    /** A list of pages for search engines (sitemaps.org 0.9). */
    public static final Representation SITEMAP =
            new Representation("application/xml", "xml", "Sitemap", Optional.empty(), false);

    /** For programs that work with no data but this. */
    public static final Representation JSON =
            new Representation("application/json", "json", "JSON", Optional.empty(), false);

    /** The page first, then every RDF format in our order of preference. */
    public static final List<Representation> ALL = Stream.concat(
                    Stream.of(HTML), Stream.of(RdfFormat.values()).map(Representation::of))
            .toList();

    /** For documents that are no named graph of their own, such as a list or a part of a scheme. */
    public static final List<Representation> WITHOUT_QUADS = ALL.stream()
            .filter(one -> !one.format().equals(Optional.of(RdfFormat.N_QUADS)))
            .toList();

    /** For lists, which can be long and so are written bit by bit. */
    public static final List<Representation> LIST = List.of(
            HTML,
            found(RdfFormat.TURTLE),
            found(RdfFormat.JSON_LD),
            found(RdfFormat.N_TRIPLES),
            found(RdfFormat.N_QUADS),
            CSV,
            XLSX,
            ATOM);

    public static Representation of(RdfFormat format) {
        return new Representation(format.mediaType(), format.suffix(), format.title(), Optional.of(format), false);
    }

    /** What was found, in all languages; but the words that were looked for are read in one. */
    private static Representation found(RdfFormat format) {
        return new Representation(format.mediaType(), format.suffix(), format.title(), Optional.of(format), true);
    }

    public boolean isHtml() {
        return equals(HTML);
    }
}
