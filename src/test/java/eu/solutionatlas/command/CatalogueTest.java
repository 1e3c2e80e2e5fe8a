package eu.solutionatlas.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Progress;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.settings.SettingsException;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final String BASE = "https://atlas.example.org/";

    @TempDir
    Path directory;

    private AtlasSettings settings(String base) {
        return AtlasSettings.from(new Settings(
                Map.of("atlas.data-directory", directory.resolve("var").toString(), "atlas.base-iri", base)));
    }

    private void givenCatalogue() {
        try (Store store = Catalogue.open(settings(BASE))) {
            Loader.publishVocabularies(store);
            new Loader(new Iris(BASE), Shapes.published())
                    .load(store, "test", List.of(Path.of("data/hub.ttl")), Progress.NONE);
        }
    }

    @Test
    void open_sameBase() {
        givenCatalogue();

        try (Store store = Catalogue.open(settings(BASE))) {
            assertThat(store.version().number()).isPositive();
        }
    }

    @Test
    void open_otherBase_isRefusedAndNamesTheSetting() {
        givenCatalogue();

        assertThatThrownBy(() -> Catalogue.open(settings("http://localhost:8080/")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(BASE)
                .hasMessageContaining("atlas.base-iri");
    }

    @Test
    void openExisting_none_makesNone() {
        assertThatThrownBy(() -> Catalogue.openExisting(settings(BASE)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no catalogue");
        assertThat(directory.resolve("var")).doesNotExist();
    }
}
