package eu.solutionatlas.load;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.settings.Nearest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/**
 * Checks that links lead somewhere: to things of this hub, to concepts of the published schemes, to known regions. Links
 * to anywhere else are the web's business.
 */
final class References {
    /** The first place that links to something. */
    private record Place(String file, long line, String entry) {}

    private final Iris iris;
    private final Set<Node> published;
    private final Set<Node> documents = new HashSet<>();
    private final Map<Node, Entry> removed = new HashMap<>();
    private final Map<Node, Place> links = new HashMap<>();

    /** @param published what the published ontology and schemes describe */
    References(Iris iris, Set<Node> published) {
        this.iris = iris;
        this.published = published;
    }

    /** Notes what an entry is and where it links to. */
    void note(Entry entry) {
        documents.add(entry.document());
        if (entry.triples().stream().anyMatch(EntryCheck::saysTombstone)) {
            removed.put(
                    entry.document(), new Entry(entry.document(), List.of(), List.of(entry.firstLine()), entry.file()));
        }
        for (int i = 0; i < entry.triples().size(); i++) {
            Node object = entry.triples().get(i).getObject();
            boolean isType = entry.triples().get(i).getPredicate().equals(RDF.type.asNode());
            if (object.isURI() && !isType && mustResolve(object.getURI()) && !links.containsKey(object)) {
                links.put(
                        object,
                        new Place(
                                entry.file(),
                                entry.lines().get(i),
                                entry.document().toString()));
            }
        }
    }

    /** Links may lead to this document as well. */
    void know(Node document) {
        documents.add(document);
    }

    /** What the entries remove, and where that stands. */
    Map<Node, Entry> removed() {
        return removed;
    }

    private boolean mustResolve(String iri) {
        return iri.startsWith(iris.base() + "id/") || iri.startsWith(Iris.SHARED) || iri.startsWith(Iris.NUTS);
    }

    /**
     * Reports every link that leads nowhere, or to what these files remove.
     *
     * @param isStored whether the catalogue has a document already
     * @param stored all documents that it has
     */
    void check(Predicate<Node> isStored, Supplier<Collection<Node>> stored, Findings findings) {
        Supplier<Stream<String>> known = () -> Stream.concat(
                published.stream().filter(Node::isURI).map(Node::getURI),
                Stream.concat(documents.stream(), stored.get().stream())
                        .flatMap(document -> iris.thingOf(document).stream())
                        .map(Node::getURI));
        links.forEach((target, place) -> {
            // Where a shape has found something, too, it knows better what should stand there.
            if (!resolves(target, isStored) && !findings.hasErrorAt(place.file(), place.line())) {
                findings.error(place.file(), place.line(), place.entry(), reason(target, known));
            } else if (iris.documentOf(target).filter(removed::containsKey).isPresent()) {
                findings.add(new Finding(
                        place.file(),
                        place.line(),
                        place.entry(),
                        Finding.Level.WARNING,
                        "links to <" + target.getURI() + ">, which was removed: link to what took its place, or to"
                                + " nothing"));
            }
        });
    }

    private boolean resolves(Node target, Predicate<Node> isStored) {
        if (!target.getURI().startsWith(iris.base())) {
            return published.contains(target);
        }
        if (target.getURI().equals(iris.base() + "id/catalogue")) {
            return true;
        }
        return iris.documentOf(target)
                .filter(document -> documents.contains(document) || isStored.test(document))
                .isPresent();
    }

    private static String reason(Node target, Supplier<Stream<String>> known) {
        String iri = target.getURI();
        // Only the last part can be mistyped: what stands before it is the same for all of a kind.
        String kind = iri.substring(0, iri.lastIndexOf('/') + 1);
        Optional<String> nearest = Nearest.to(
                        iri.substring(kind.length()),
                        known.get().filter(one -> one.startsWith(kind)).map(one -> one.substring(kind.length())))
                .map(one -> "<" + kind + one + ">");
        String mend = nearest.map(one -> ": did you mean " + one + "?").orElse(": correct the link");
        if (iri.startsWith(Iris.NUTS)) {
            return "links to <" + iri + ">, which is no region of ontology/regions.ttl" + mend;
        }
        if (iri.startsWith(Iris.SHARED)) {
            return "links to <" + iri + ">, which the published vocabularies do not have" + mend;
        }
        return "links to <" + iri + ">, which is not there" + mend
                + (nearest.isPresent() ? " If not, name" : ", or name") + " the file that describes it as well";
    }
}
