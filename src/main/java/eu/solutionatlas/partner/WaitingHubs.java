package eu.solutionatlas.partner;

import eu.solutionatlas.rdf.Iris;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hubs that have announced themselves and wait for the operator. They are in a file of their own and not in the catalogue: a
 * stranger must not be able to put anything into data that is published, cited and kept for good.
 */
public final class WaitingHubs {
    private static final Logger LOG = LoggerFactory.getLogger(WaitingHubs.class);
    private static final String FILE_NAME = "announced.ttl";

    private final Optional<Path> file;
    private final RegisterGraph graph;

    private WaitingHubs(Optional<Path> file, Iris iris) {
        this.file = file;
        this.graph = new RegisterGraph(iris);
    }

    /** Those of a hub. */
    public static WaitingHubs in(Path dataDirectory, Iris iris) {
        return new WaitingHubs(Optional.of(dataDirectory.resolve(FILE_NAME)), iris);
    }

    /** None, for those to whom only the register matters. */
    static WaitingHubs none(Iris iris) {
        return new WaitingHubs(Optional.empty(), iris);
    }

    /** All of them. A file that cannot be read counts as none. */
    synchronized List<Partner> all() {
        if (file.filter(Files::exists).isEmpty()) {
            return List.of();
        }
        try {
            Graph read = RDFParser.source(file.get()).lang(Lang.TURTLE).toGraph();
            return graph.read(read).all();
        } catch (RiotException e) {
            LOG.error("The hubs that wait in {} cannot be read: {}", file.get(), e.getMessage());
            return List.of();
        }
    }

    synchronized void put(Partner partner) {
        List<Partner> others = without(partner.id());
        others.add(partner);
        write(others);
    }

    /** @return whether it was there */
    synchronized boolean remove(String id) {
        boolean there = all().stream().map(Partner::id).anyMatch(id::equals);
        if (there) {
            write(without(id));
        }
        return there;
    }

    private List<Partner> without(String id) {
        return new ArrayList<>(all().stream()
                .filter(Predicate.not(partner -> partner.id().equals(id)))
                .toList());
    }

    private void write(List<Partner> partners) {
        Graph all = GraphFactory.createDefaultGraph();
        partners.forEach(partner -> graph.triples(partner).forEach(all::add));
        Path place = file.orElseThrow(() -> new IllegalStateException("nobody can wait where there is no file for it"));
        Path unfinished = place.resolveSibling(FILE_NAME + ".unfinished");
        try {
            Files.createDirectories(place.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                RDFWriter.source(all).lang(Lang.TURTLE).output(out);
            }
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the hubs that wait cannot be written: " + e.getMessage(), e);
        }
    }
}
