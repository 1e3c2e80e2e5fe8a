package eu.solutionatlas.web;

/** Something that content negotiation can choose: known by its media type, asked for in a path by its suffix. */
public interface Offer {
    /** Without parameters, such as {@code text/turtle}. */
    String mediaType();

    /** Without the dot, such as {@code ttl}. */
    String suffix();

    /** The name that people know it by. */
    String title();

    /** The full {@code Content-Type}, with the charset where the format is text that may have any. */
    default String contentType() {
        // JSON and XML say their own encoding. Turtle, CSV and others are UTF-8 by definition, yet older clients guess
        // wrongly without the parameter.
        return mediaType().startsWith("text/") ? mediaType() + "; charset=utf-8" : mediaType();
    }
}
