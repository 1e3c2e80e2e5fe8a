package eu.solutionatlas.dump;

import eu.solutionatlas.dump.table.Tables;
import eu.solutionatlas.dump.table.Words;
import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.rdf.GraphWriter;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.JsonLdWriter;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a whole set of dumps from one snapshot, in one pass over its documents. */
public final class SetWriter {
    private static final Logger LOG = LoggerFactory.getLogger(SetWriter.class);

    private final Store store;
    private final Iris iris;
    private final Copies copies;
    private final Path parent;
    private final String software;
    private final Clock clock;

    /**
     * @param iris tells this hub's own documents from copies of other hubs' entries
     * @param parent what has a directory for each set; made if need be
     * @param software the name of this program, with its version
     */
    public SetWriter(Store store, Iris iris, Path parent, String software, Clock clock) {
        this.store = store;
        this.iris = iris;
        this.copies = new Copies(iris);
        this.parent = parent;
        this.software = software;
        this.clock = clock;
    }

    /**
     * Writes a set of the newest data, unless there is one.
     *
     * @throws UncheckedIOException when the disk does not take it; what was there stays, and nothing else
     */
    public DumpSet write() {
        return write(() -> false);
    }

    /** @param stop asked now and then; once it says yes, what is written is given up with a CancellationException */
    DumpSet write(BooleanSupplier stop) {
        return store.read(snapshot -> {
            DumpSets there = new DumpSets(parent);
            Optional<DumpSet> same = there.find(DumpId.of(snapshot.version()));
            return same.isPresent() ? same(same.get(), snapshot) : write(snapshot, there.latest(), stop);
        });
    }

    /** A catalogue that was begun anew counts its versions anew; what was cited must not become something else. */
    private static DumpSet same(DumpSet there, Snapshot snapshot) {
        if (there.version().equals(snapshot.version())) {
            return there;
        }
        throw new UncheckedIOException(new IOException("there are dumps of other data under the name " + there.id()
                + " already, from before the catalogue began its versions anew: move " + there.directory()
                + " elsewhere"));
    }

    private DumpSet write(Snapshot snapshot, Optional<DumpSet> before, BooleanSupplier stop) {
        try {
            SetDirectory directory = SetDirectory.begin(parent);
            try {
                return write(snapshot, directory, before, stop);
            } catch (IOException | RuntimeException e) {
                directory.giveUp();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the dumps cannot be written: " + e.getMessage(), e);
        }
    }

    private DumpSet write(Snapshot snapshot, SetDirectory directory, Optional<DumpSet> before, BooleanSupplier stop)
            throws IOException {
        SetFacts facts = SetFacts.of(snapshot, iris, software);
        Words words = Words.published();
        List<DumpFile> written = new ArrayList<>();
        FigureCounter figures = new FigureCounter(snapshot, iris);
        try (SetFiles files = new SetFiles(directory, new GraphWriter(JsonLdWriter.create(iris)));
                TableFiles tables = new TableFiles(directory, facts, iris, snapshot);
                InventoryFile inventory = new InventoryFile(directory, iris);
                DocumentIris documents = new DocumentIris(snapshot)) {
            Iterator<Node> all = documents.inOrder();
            while (all.hasNext()) {
                if (stop.getAsBoolean()) {
                    throw new CancellationException("the dumps are given up");
                }
                Node document = all.next();
                SortedDocument sorted = SortedDocument.read(snapshot, document);
                Graph graph = DocumentStream.graph(sorted.triples());
                Optional<String> hub = copies.partnerOf(document);
                if (hub.isEmpty()) {
                    files.own(document, sorted.triples());
                    tables.add(document, graph);
                    figures.add(document, graph);
                } else {
                    files.copied(hub.get(), document, sorted.triples());
                }
                inventory.add(hub, document, graph, sorted.hash());
            }
            files.finish();
            files.written().stream().filter(file -> file.hub().isEmpty()).forEach(written::add);
            written.addAll(tables.finish(words));
            written.add(figures.write(directory));
            written.add(inventory.finish());
            files.written().stream().filter(file -> file.hub().isPresent()).forEach(written::add);
        }
        written.addAll(SetTexts.write(directory, facts, words, Tables.all(iris)));
        return finish(directory, facts, changes(directory, before), written);
    }

    /** An old set that somebody has damaged must not keep new ones from being written. */
    private static Optional<Changes> changes(SetDirectory directory, Optional<DumpSet> before) {
        Optional<DumpSet> comparable = before.filter(SetComparison::isPossible);
        if (comparable.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Changes.between(comparable.get(), directory.file(Inventory.FILE_NAME)));
        } catch (IOException e) {
            LOG.warn(
                    "What is new since the dumps {} is not said, since their list of documents cannot be read: {}",
                    comparable.get().id(),
                    e.getMessage());
            return Optional.empty();
        }
    }

    private DumpSet finish(SetDirectory directory, SetFacts facts, Optional<Changes> changes, List<DumpFile> files)
            throws IOException {
        List<DumpFile> written = new ArrayList<>(files);
        byte[] sums = Checksums.of(written);
        written.add(directory.write(
                Checksums.FILE_NAME, DumpFormat.CHECKSUMS, "For sha256sum --check " + Checksums.FILE_NAME + ".", sums));
        Manifest manifest = Manifest.of(facts, clock.instant(), changes, written);
        written.add(PackageFile.write(directory, facts, manifest));
        byte[] bytes = manifest.with(written).toBytes();
        directory.write(Manifest.FILE_NAME, bytes);
        return Manifest.read(bytes).set(directory.finish(facts.id()), bytes);
    }
}
