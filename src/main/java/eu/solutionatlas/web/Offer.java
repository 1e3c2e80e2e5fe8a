package eu.solutionatlas.web;

/** Something that content negotiation can choose: known by its media type, asked for in a path by its suffix. */
public interface Offer {
    /** Without parameters, such as {@code text/turtle}. */
    String mediaType();

    /** Without the dot, such as {@code ttl}. */
    String suffix();

    /** The name that people know it by. */
    String title();
}
