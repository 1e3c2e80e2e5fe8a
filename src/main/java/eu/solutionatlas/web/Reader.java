package eu.solutionatlas.web;

/**
 * Who a page is written for.
 *
 * @param language that the page is in
 * @param chosen whether {@code ?lang=} asked for it, so that the links of the page go on asking
 */
public record Reader(Language language, boolean chosen) {
    /** What a document is rendered for when the language makes no difference to it. */
    static final Reader ANY = new Reader(Language.DEFAULT, false);
}
