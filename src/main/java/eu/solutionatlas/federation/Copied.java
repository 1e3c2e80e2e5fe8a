package eu.solutionatlas.federation;

import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.store.Digest;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/** The copies of hubs' entries as things to ask, and what is known of each as a whole. */
final class Copied {
    private final Copies copies;
    private final Digest<CopySummary, Map<String, CopySummary>> summaries;

    Copied(Store store, Iris iris) {
        this.copies = new Copies(iris);
        this.summaries = new Digest<>(
                store,
                document -> copies.isCopy(document) && copies.kindOf(document).isEmpty(),
                (document, graph) -> CopySummary.read(copies, document, graph),
                all -> byHub(all.values()));
    }

    private static Map<String, CopySummary> byHub(Collection<CopySummary> summaries) {
        return summaries.stream().collect(Collectors.toUnmodifiableMap(CopySummary::hub, summary -> summary));
    }

    /** What is known of each copy, by hub. */
    Map<String, CopySummary> summaries(Snapshot snapshot) {
        return summaries.at(snapshot);
    }

    /** What this hub says itself, and the vocabularies. */
    Scope own() {
        return Scope.of(document -> !copies.isCopy(document));
    }

    /** What a hub said when it was copied, and the vocabularies. */
    Scope of(String hub) {
        String entries = copies.entriesOf(hub);
        return Scope.of(document -> document.getURI().startsWith(entries) || isVocabulary(document));
    }

    /** What this hub says itself, the vocabularies, and what these hubs said when they were copied. */
    Scope with(Set<String> hubs) {
        return Scope.of(
                document -> copies.partnerOf(document).map(hubs::contains).orElse(true));
    }

    /** The vocabularies alone. */
    static Scope vocabularies() {
        return Scope.of(Copied::isVocabulary);
    }

    private static boolean isVocabulary(Node document) {
        return document.getURI().startsWith(Iris.SHARED);
    }
}
