package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;

/** What became of looking a document up and putting it into the representation that was chosen. */
public sealed interface Rendered {
    /**
     * The document as bytes.
     *
     * @param version the data version that the bytes show
     * @param bytes the whole body
     */
    record Body(DataVersion version, byte[] bytes) implements Rendered {}

    /**
     * Another document took its place.
     *
     * @param location the IRI to go to
     */
    record Moved(String location) implements Rendered {}

    /**
     * There was such a document, and it is not coming back.
     *
     * @param version the data version that the bytes show
     * @param bytes its tombstone, in the representation that was chosen
     */
    record Gone(DataVersion version, byte[] bytes) implements Rendered {}

    /** There never was such a document. */
    record Unknown() implements Rendered {}
}
