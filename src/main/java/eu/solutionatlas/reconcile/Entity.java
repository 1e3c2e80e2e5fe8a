package eu.solutionatlas.reconcile;

import eu.solutionatlas.rdf.Labels;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Something that can be meant.
 *
 * @param id what the API calls it: the end of an address of this hub, see {@link Ids}
 * @param path of our page about it
 * @param names in all languages
 * @param text what it is, in a few sentences; empty for most
 * @param hub the short name of the partner that it was copied from; empty for our own and for what all hubs share
 * @param facts what is known of it, read when asked for
 */
record Entity(
        Kind kind,
        String id,
        Node thing,
        String path,
        Labels names,
        Labels text,
        Optional<String> hub,
        Supplier<Graph> facts) {
    /** What it is called for a reader of a language. */
    String name(String language) {
        return names.in(language, id).text();
    }
}
