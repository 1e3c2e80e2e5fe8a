package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Label;
import java.util.Locale;
import java.util.Optional;

/**
 * A name that may lead somewhere.
 *
 * @param label what is shown
 * @param href a path on this site, or an IRI elsewhere that is safe to follow; empty for mere text
 */
public record Link(Label label, Optional<String> href) {
    /** A link on this site. */
    public static Link to(Label label, String path) {
        return new Link(label, Optional.of(path));
    }

    /** An IRI from the data. Only web and mail addresses can be followed: data may hold {@code javascript:} as well. */
    public static Link elsewhere(String iri) {
        return elsewhere(new Label(shorten(iri), ""), iri);
    }

    /** As {@link #elsewhere(String)}, with a name for it. */
    public static Link elsewhere(Label label, String iri) {
        String lower = iri.toLowerCase(Locale.ROOT);
        boolean safe = lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:");
        return new Link(label, safe ? Optional.of(iri) : Optional.empty());
    }

    /** Whether it leads to another site. */
    public boolean leavesSite() {
        return href.isPresent() && !href.get().startsWith("/");
    }

    /** An IRI as people write it: no scheme, no slash at the end. */
    private static String shorten(String iri) {
        String text = iri.replaceFirst("^(?i)(https?://(www\\.)?|mailto:)", "");
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
