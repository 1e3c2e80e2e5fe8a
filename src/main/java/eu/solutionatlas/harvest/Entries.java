package eu.solutionatlas.harvest;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** What can be told from entries' IRIs. */
final class Entries {
    private Entries() {}

    /** The solutions and actors that a graph speaks of. */
    static List<Node> in(Graph graph) {
        Set<Node> things = new LinkedHashSet<>();
        graph.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filterKeep(Candidate::isEntryType)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .forEach(things::add);
        return List.copyOf(things);
    }

    /**
     * How all of some IRIs begin, up to a slash or hash after the host; empty when they have no such beginning in common.
     * Only a guess, since other entries may begin otherwise.
     */
    static Optional<String> space(List<Node> things) {
        if (things.isEmpty()) {
            return Optional.empty();
        }
        String common = things.getFirst().getURI();
        for (Node thing : things) {
            int length = 0;
            while (length < Math.min(common.length(), thing.getURI().length())
                    && common.charAt(length) == thing.getURI().charAt(length)) {
                length++;
            }
            common = common.substring(0, length);
        }
        String cut = common.substring(0, Math.max(common.lastIndexOf('/'), common.lastIndexOf('#')) + 1);
        return Optional.of(cut).filter(Entries::hasHost);
    }

    private static boolean hasHost(String space) {
        try {
            URI uri = new URI(space);
            return uri.getHost() != null
                    && uri.getRawPath() != null
                    && uri.getRawPath().startsWith("/");
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }
}
