package eu.solutionatlas.change;

import eu.solutionatlas.change.Activity.Kind;
import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.store.PatchTarget;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;

/** Finds out from the quads of one change what it did to each of this hub's own documents. */
final class Touched implements PatchTarget {
    private static final class Signs {
        private boolean added;
        private boolean topicAdded;
        private boolean topicDeleted;
        private boolean buried;
    }

    private final Iris iris;
    private final Predicate<String> known;
    private final Copies copies;
    private final Map<String, Signs> documents = new TreeMap<>();

    /** @param known whether there was a document of no entry before */
    Touched(Iris iris, Predicate<String> known) {
        this.iris = iris;
        this.known = known;
        this.copies = new Copies(iris);
    }

    @Override
    public void add(Node document, Node subject, Node predicate, Node object) {
        if (!copies.isCopy(document)) {
            Signs signs = signs(document);
            signs.added = true;
            signs.topicAdded |= predicate.equals(FOAF.primaryTopic.asNode());
            signs.buried |= predicate.equals(RDF.type.asNode()) && object.equals(AS.Tombstone);
        }
    }

    @Override
    public void delete(Node document, Node subject, Node predicate, Node object) {
        if (!copies.isCopy(document)) {
            signs(document).topicDeleted |= predicate.equals(FOAF.primaryTopic.asNode());
        }
    }

    private Signs signs(Node document) {
        return documents.computeIfAbsent(document.getURI(), iri -> new Signs());
    }

    /**
     * What was done, in the order of the documents.
     *
     * @param exists whether there is such a document now, asked for those of which the change alone does not tell
     */
    List<Activity> activities(DataVersion version, Predicate<String> exists) {
        return documents.entrySet().stream()
                .map(entry -> new Activity(version, kind(entry.getKey(), entry.getValue(), exists), entry.getKey()))
                .toList();
    }

    private Kind kind(String document, Signs signs, Predicate<String> exists) {
        // Every entry says what it is about, so that begins and ends with it.
        boolean begins = signs.topicAdded && !signs.topicDeleted;
        boolean ends = signs.topicDeleted && !signs.topicAdded;
        if (signs.buried || ends) {
            return Kind.DELETE;
        }
        if (begins) {
            return Kind.CREATE;
        }
        if (!signs.added && !exists.test(document)) {
            return Kind.DELETE;
        }
        return isEntry(iris, document) || known.test(document) ? Kind.UPDATE : Kind.CREATE;
    }

    static boolean isEntry(Iris iris, String document) {
        return document.startsWith(iris.base() + "solution/") || document.startsWith(iris.base() + "actor/");
    }
}
