package eu.solutionatlas.command;

import eu.solutionatlas.Atlas;
import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.load.LoadOutcome;
import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Progress;
import eu.solutionatlas.load.Report;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.settings.SettingsException;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreException;
import eu.solutionatlas.web.WebServer;
import java.nio.file.Files;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running hub on its data directory, filled with the seed when it is empty. */
final class Service implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    /** The seed has errors, so the hub does not start. */
    static final class SeedRejected extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Report report;

        SeedRejected(Report report) {
            super("the seed has errors", null, false, false);
            this.report = report;
        }

        Report report() {
            return report;
        }
    }

    private final Store store;
    private final Atlas atlas;

    private Service(Store store, Atlas atlas) {
        this.store = store;
        this.atlas = atlas;
    }

    /**
     * Opens the store and starts serving.
     *
     * @throws SettingsException when the catalogue is empty, and the directory to fill it from is not there
     * @throws SeedRejected when the catalogue is empty and what it should be filled with has errors; it stays empty
     * @throws StoreException when the data directory cannot be had, or holds a catalogue with another base IRI
     * @throws eu.solutionatlas.web.ListenException when the port cannot be had
     */
    static Service start(AtlasSettings settings, Progress progress) {
        Store store = Catalogue.open(settings);
        try {
            if (isEmpty(store)) {
                WebServer.requirePort(settings.web());
                fill(store, settings, progress);
            }
            return new Service(store, Atlas.start(settings, store, settings.dataDirectory()));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** Whether there is nothing but what the program brings along itself. */
    private static boolean isEmpty(Store store) {
        return store.read(snapshot ->
                snapshot.documents().allMatch(document -> document.getURI().startsWith(Iris.SHARED)));
    }

    private static void fill(Store store, AtlasSettings settings, Progress progress) {
        Loader.publishVocabularies(store);
        if (!Files.isDirectory(settings.seedDirectory())) {
            if (!settings.seedDirectory().endsWith(AtlasSettings.SEED_DIRECTORY.byDefault())) {
                // Not the usual one, so somebody meant it.
                throw new SettingsException(List.of(
                        AtlasSettings.SEED_DIRECTORY.key() + ": there is no directory " + settings.seedDirectory()));
            }
            LOG.warn("The catalogue is empty, and there is no directory {} to fill it from", settings.seedDirectory());
            return;
        }
        LOG.info("The catalogue is empty; filling it from {}", settings.seedDirectory());
        Loader loader = new Loader(settings.web().iris(), Shapes.published());
        LoadOutcome outcome = loader.load(store, "seed", List.of(settings.seedDirectory()), progress);
        switch (outcome) {
            case LoadOutcome.Rejected rejected -> throw new SeedRejected(rejected.report());
            case LoadOutcome.Loaded loaded ->
                LOG.info("Filled with {}", ReportPrinter.count(loaded.report().entries(), "entry", "entries"));
        }
    }

    /**
     * Puts the vocabularies that this version brings along into the catalogue. Only after an upgrade is there anything to
     * do, so nobody should wait for it at the start.
     */
    void publishVocabularies() {
        try {
            Loader.publishVocabularies(store);
        } catch (StoreException e) {
            LOG.error("The vocabularies of this version could not be stored; those of the last one stay", e);
        }
    }

    int port() {
        return atlas.port();
    }

    @Override
    public void close() {
        atlas.close();
        store.close();
    }
}
