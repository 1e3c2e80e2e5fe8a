package eu.solutionatlas.rdf;

/**
 * A text for people.
 *
 * @param text what is shown
 * @param language its BCP 47 tag; empty when the text has none
 */
public record Label(String text, String language) {}
