package eu.solutionatlas.partner;

import eu.solutionatlas.rdf.Iris;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
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
    private @Nullable Known known;

    /** What was read of a file that has not changed since. */
    private record Known(FileTime modified, long bytes, Optional<List<Partner>> hubs) {}

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

    /** All of them. A file that cannot be read counts as none, and is put aside before another is written. */
    synchronized List<Partner> all() {
        return read().orElse(List.of());
    }

    /** Empty when it cannot be read. */
    private Optional<List<Partner>> read() {
        if (file.filter(Files::exists).isEmpty()) {
            return Optional.of(List.of());
        }
        Path place = file.get();
        try {
            FileTime modified = Files.getLastModifiedTime(place);
            long bytes = Files.size(place);
            Known kept = known;
            if (kept == null || kept.bytes() != bytes || !kept.modified().equals(modified)) {
                kept = new Known(modified, bytes, parse(place));
                known = kept;
            }
            return kept.hubs();
        } catch (IOException e) {
            LOG.error("The hubs that wait in {} cannot be read: {}", place, e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<List<Partner>> parse(Path place) {
        try {
            Graph read = RDFParser.source(place)
                    .lang(Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                    .toGraph();
            return Optional.of(graph.read(read).all());
        } catch (RiotException | RuntimeIOException e) {
            LOG.error("The hubs that wait in {} cannot be read: {}", place, e.getMessage());
            return Optional.empty();
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
            if (read().isEmpty()) {
                Path aside = place.resolveSibling(FILE_NAME + ".damaged-" + System.currentTimeMillis());
                Files.move(place, aside);
                LOG.error("Put {} aside as {}", place, aside);
            }
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
