package eu.solutionatlas.load;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.Queries;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.CommitOutcome;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads catalogue files: every entry is checked by itself and against the others, and all are committed in one change or
 * none is.
 */
public final class Loader {
    private static final Logger LOG = LoggerFactory.getLogger(Loader.class);

    /** Ends a commit that has errors. */
    private static final class Rejection extends RuntimeException {
        private static final long serialVersionUID = 1;

        Rejection() {
            super("rejected", null, false, false);
        }
    }

    private static final Query LINKING = Queries.load(Loader.class, "linking.rq");

    private final Iris iris;
    private final Shapes shapes;
    private final Set<Node> vocabularies;
    private final Set<Node> published = new HashSet<>();

    public Loader(Iris iris, Shapes shapes) {
        this.iris = iris;
        this.shapes = shapes;
        Map<Node, Graph> graphs = OntologyFiles.graphs();
        this.vocabularies = graphs.keySet();
        graphs.values().forEach(graph -> graph.find().forEach(triple -> published.add(triple.getSubject())));
    }

    /**
     * Checks files without a catalogue.
     *
     * @param beside files that links may lead to as well; they are read and not checked
     */
    public Report validate(List<Path> paths, List<Path> beside, Progress progress) {
        Findings findings = new Findings();
        Reading reading = new Reading(paths, findings, progress);
        reading.readTo(entry -> {});
        reading.know(beside);
        reading.references.check(document -> false, List::of, findings);
        return reading.report();
    }

    /**
     * Checks files and commits them. Documents that the files do not hold stay as they are.
     *
     * @param author who loads, for the journal
     */
    public LoadOutcome load(Store store, String author, List<Path> paths, Progress progress) {
        Findings findings = new Findings();
        Reading reading = new Reading(paths, findings, progress);
        CommitOutcome outcome;
        try {
            outcome = store.commit(author, "load " + paths, writer -> {
                try (EntryPipe pipe = new EntryPipe(reading::readTo)) {
                    Optional<Entry> entry = pipe.next();
                    while (entry.isPresent()) {
                        replace(writer, entry.get(), findings);
                        entry = pipe.next();
                    }
                }
                reading.references.check(
                        document -> writer.versionOf(document).isPresent(), writer::documents, findings);
                if (findings.hasErrors()) {
                    throw new Rejection();
                }
            });
        } catch (Rejection e) {
            return new LoadOutcome.Rejected(reading.report());
        }
        return switch (outcome) {
            case CommitOutcome.Committed committed -> {
                reading.warnOfLinksToRemoved(store);
                yield new LoadOutcome.Loaded(
                        reading.report(),
                        committed.change().version(),
                        committed.change().documents().size());
            }
            case CommitOutcome.Unchanged unchanged -> new LoadOutcome.Loaded(reading.report(), unchanged.version(), 0);
            case CommitOutcome.Stale stale -> throw new IllegalStateException("a load expects no version: " + stale);
        };
    }

    /** A removed entry stays removed: its IRI has been said to be gone. */
    private static void replace(Writer writer, Entry entry, Findings findings) {
        Node document = entry.document();
        boolean there = writer.versionOf(document).isPresent();
        boolean removed = there && writer.graph(document).stream().anyMatch(EntryCheck::saysTombstone);
        if (!there && entry.triples().stream().anyMatch(EntryCheck::saysTombstone)) {
            findings.add(new Finding(
                    entry.file(),
                    entry.firstLine(),
                    document.toString(),
                    Finding.Level.WARNING,
                    "the entry is removed, but there was no such entry in this catalogue: is the IRI right?"));
        }
        if (removed && entry.triples().stream().noneMatch(EntryCheck::saysTombstone)) {
            findings.error(
                    entry.file(),
                    entry.firstLine(),
                    document.toString(),
                    "the entry was removed, and a published IRI is not used again: give the new one another slug");
            return;
        }
        writer.replace(document, entry.triples());
    }

    /** Puts the published ontology and concept schemes into a catalogue, where they differ from what it has. */
    public static void publishVocabularies(Store store) {
        CommitOutcome outcome = store.commit(
                "solution-atlas",
                "vocabularies of this program",
                writer -> OntologyFiles.graphs()
                        .forEach((name, graph) ->
                                writer.replace(name, graph.find().toList())));
        if (outcome instanceof CommitOutcome.Committed committed) {
            LOG.info(
                    "Put the vocabularies of this version into the catalogue, as data version {}",
                    committed.change().version());
        }
    }

    /** One pass over the files, on the reading thread. */
    private final class Reading {
        private final List<Path> files;
        private final Findings findings;
        private final Progress progress;
        private final EntryCheck check;
        private final References references = new References(iris, published);
        private final Map<Node, Entry> first = new HashMap<>();
        private int entries;

        Reading(List<Path> paths, Findings findings, Progress progress) {
            this.files = InputFiles.find(paths, findings);
            this.findings = findings;
            this.progress = progress;
            this.check = new EntryCheck(iris, shapes, findings);
        }

        /** Reads and checks all files, handing on each entry as long as there are no errors. */
        void readTo(Consumer<Entry> sound) {
            FileReader reader = new FileReader(iris, findings, entry -> take(entry, sound));
            for (Path file : files) {
                if (findings.isFull()) {
                    return;
                }
                reader.read(file);
            }
        }

        /** Makes known what other files hold. */
        void know(List<Path> paths) {
            Findings theirs = new Findings();
            FileReader reader = new FileReader(iris, theirs, entry -> references.know(entry.document()));
            InputFiles.find(paths, findings).forEach(reader::read);
        }

        private void take(Entry entry, Consumer<Entry> sound) {
            if (vocabularies.contains(entry.document())) {
                return; // a dump brings them along, but they come with the program
            }
            entries++;
            progress.entries(entries);
            check.check(entry);
            checkSingle(entry);
            references.note(entry);
            if (!findings.hasErrors()) {
                sound.accept(entry);
            }
        }

        /** Entries of the catalogue that these files do not hold may link to what they remove. */
        void warnOfLinksToRemoved(Store store) {
            store.read(snapshot -> {
                references
                        .removed()
                        .forEach((document, place) -> iris.thingOf(document)
                                .ifPresent(thing -> snapshot.select(LINKING, Map.of("thing", thing))
                                        .forEachRemaining(row -> findings.add(new Finding(
                                                place.file(),
                                                place.firstLine(),
                                                document.toString(),
                                                Finding.Level.WARNING,
                                                "removed, but "
                                                        + row.get("document").getURI() + " still links to it")))));
                return snapshot.version();
            });
        }

        private void checkSingle(Entry entry) {
            Entry other = first.putIfAbsent(
                    entry.document(), new Entry(entry.document(), List.of(), List.of(entry.firstLine()), entry.file()));
            if (other != null) {
                findings.error(
                        entry.file(),
                        entry.firstLine(),
                        entry.document().toString(),
                        "the document is described already in " + other.file() + ":" + other.firstLine()
                                + ": give one of them another slug, or delete it");
            }
        }

        Report report() {
            return new Report(findings.all(), files.size(), entries);
        }
    }
}
