package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.settings.SettingsException;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreException;
import eu.solutionatlas.store.TdbStore;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Opens the catalogue that the settings mean, and only that one. */
final class Catalogue {
    private Catalogue() {}

    /**
     * Opens the store, made anew when there is none.
     *
     * @throws StoreException when it cannot be had
     * @throws SettingsException when it was made with another base IRI, under which alone it makes sense
     */
    static Store open(AtlasSettings settings) {
        Store store = TdbStore.open(settings.dataDirectory(), Clock.systemUTC(), settings.store());
        Optional<String> stranger = stranger(store, settings.web().iris());
        if (stranger.isPresent()) {
            store.close();
            throw new SettingsException(
                    List.of("The catalogue in " + settings.dataDirectory() + " was made with another base IRI: it"
                            + " holds " + stranger.get() + ", which does not lie under "
                            + settings.web().iris().base() + ". Set atlas.base-iri to the one it was made with."));
        }
        return store;
    }

    /** As {@link #open}, but only where there is a catalogue already. */
    static Store openExisting(AtlasSettings settings) {
        if (!Files.isDirectory(settings.dataDirectory().resolve("journal"))) {
            throw new StoreException("there is no catalogue in " + settings.dataDirectory()
                    + ": set atlas.data-directory to the one that the hub uses");
        }
        return open(settings);
    }

    /** An entry that another base IRI was the base of. One is enough to tell, since they are loaded under one. */
    private static Optional<String> stranger(Store store, Iris iris) {
        return store.read(snapshot -> snapshot.documents()
                .map(Node::getURI)
                .filter(document -> !document.startsWith(Iris.SHARED))
                .findFirst()
                .filter(document -> !document.startsWith(iris.base())));
    }
}
