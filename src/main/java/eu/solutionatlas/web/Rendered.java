package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

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
     * The document as bytes, with something in it that changes between data versions, or is missing and will be there
     * soon: sent, but not kept.
     *
     * @param version the data version that the bytes show
     * @param bytes the whole body
     */
    record Draft(DataVersion version, byte[] bytes) implements Rendered {}

    /**
     * A document that is too large to be kept, written while it is sent. Whoever takes it has to close it.
     *
     * @param version the data version that it shows
     * @param writing writes the whole body, once
     * @param release gives back what it holds on to
     */
    record Streamed(DataVersion version, Writing writing, Runnable release) implements Rendered, AutoCloseable {
        @Override
        public void close() {
            release.run();
        }
    }

    /** Writes a body. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /**
     * A copy of somebody else's document.
     *
     * @param rendered what became of looking it up here
     * @param original the document that it is a copy of, an IRI that can be opened; empty when it has none
     */
    record Copy(Rendered rendered, Optional<String> original) implements Rendered {}

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
