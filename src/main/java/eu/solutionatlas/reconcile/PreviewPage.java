package eu.solutionatlas.reconcile;

import eu.solutionatlas.rdf.Label;
import java.util.List;
import java.util.Optional;

/**
 * What a preview shows.
 *
 * @param name of the thing
 * @param type in words of the API
 * @param otherNames in other languages
 * @param description what tells it apart
 * @param text what it is; empty when that is not said
 * @param href our page about it, on this site
 */
public record PreviewPage(
        Label name, Type type, List<Label> otherNames, String description, Optional<Label> text, String href) {
    /** What the thing is. */
    public enum Type {
        ACTOR,
        SOLUTION,
        THEME,
        REGION
    }
}
