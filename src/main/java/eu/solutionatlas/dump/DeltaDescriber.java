package eu.solutionatlas.dump;

import eu.solutionatlas.dump.Changes.Kind;
import eu.solutionatlas.dump.table.Words;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Link;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.apache.jena.graph.NodeFactory;

/** Describes the difference between two sets for people. */
final class DeltaDescriber {
    private static final int SHOWN = 200;

    private record Key(Kind change, String kind) {}

    private static final class Counted {
        private final List<DeltaPage.Entry> shown = new ArrayList<>();
        private long count;
    }

    private final Iris iris;
    private final Words words = Words.published();

    DeltaDescriber(Iris iris) {
        this.iris = iris;
    }

    /** @param files to download */
    DeltaPage describe(Delta delta, List<Link> files, Frame frame) throws IOException {
        SortedMap<Key, Counted> parts =
                new TreeMap<>(Comparator.comparing(Key::change).thenComparing(Key::kind, Comparator.reverseOrder()));
        delta.each(
                difference -> isEntry(difference)
                        && difference.kind().equals(java.util.Optional.of(Kind.CHANGED))
                        && at(parts, difference).count < SHOWN,
                (difference, properties) -> {
                    if (isEntry(difference)) {
                        Counted part = at(parts, difference);
                        part.count++;
                        if (part.count <= SHOWN) {
                            part.shown.add(
                                    new DeltaPage.Entry(link(difference.line(), frame), inWords(properties, frame)));
                        }
                    }
                });
        return new DeltaPage(
                link(delta.from()),
                link(delta.to()),
                parts.entrySet().stream()
                        .map(part -> new DeltaPage.Part(
                                heading(part.getKey(), part.getValue().count, frame),
                                part.getValue().count - part.getValue().shown.size(),
                                part.getValue().shown))
                        .toList(),
                files);
    }

    /** What people call an entry, of this hub itself. */
    private static boolean isEntry(Difference difference) {
        InventoryLine line = difference.line();
        return difference.kind().isPresent()
                && line.hub().isEmpty()
                && (line.kind().equals(InventoryLine.SOLUTION) || line.kind().equals(InventoryLine.ACTOR));
    }

    private static Counted at(SortedMap<Key, Counted> parts, Difference difference) {
        Key key = new Key(difference.kind().orElseThrow(), difference.line().kind());
        return parts.computeIfAbsent(key, unused -> new Counted());
    }

    private static String heading(Key key, long count, Frame frame) {
        String change = switch (key.change()) {
            case ADDED -> frame.text("delta.added");
            case CHANGED -> frame.text("delta.changed");
            case REMOVED -> frame.text("delta.removed");
        };
        String counted = key.kind().equals(InventoryLine.SOLUTION)
                ? frame.count("count.solutions", count)
                : frame.count("count.actors", count);
        return change + ": " + counted;
    }

    private List<String> inWords(SortedSet<String> properties, Frame frame) {
        return properties.stream()
                .map(property -> words.label(
                        NodeFactory.createURI(property), frame.language().tag()))
                .toList();
    }

    private static Link link(DumpSet set) {
        return Link.to(new Label(set.id().toString(), ""), DumpRoutes.address(set));
    }

    private Link link(InventoryLine line, Frame frame) {
        Label name = new Labels(line.names()).in(frame.language().tag(), line.document());
        return iris.pathOf(line.document())
                .map(path -> Link.to(name, path))
                .orElseGet(() -> Link.elsewhere(name, line.document()));
    }
}
