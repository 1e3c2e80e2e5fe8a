package eu.solutionatlas.load;

import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** The kinds of documents that a catalogue holds. */
enum Kind {
    SOLUTION("solution", ATLAS.Solution),
    ACTOR("actor", ATLAS.Actor),
    HUB("hub", ATLAS.Hub),
    REGISTER("federation", ATLAS.Register);

    private final String path;
    private final Node type;

    Kind(String path, Node type) {
        this.path = path;
        this.type = type;
    }

    /** The first part of the document's path. */
    String path() {
        return path;
    }

    /** The class of the thing that the document is about. */
    Node type() {
        return type;
    }

    static Optional<Kind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
