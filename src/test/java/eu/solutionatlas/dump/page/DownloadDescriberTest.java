package eu.solutionatlas.dump.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.dump.DumpSet;
import eu.solutionatlas.dump.DumpSets;
import eu.solutionatlas.dump.DumpSettings;
import eu.solutionatlas.dump.Dumps;
import eu.solutionatlas.dump.SetWriter;
import eu.solutionatlas.settings.Settings;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.web.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadDescriberTest {
    @TempDir
    private Path directory;

    @Test
    void setFromBeforeTheCatalogueWasBegunAnew_isAmongTheOlder() {
        try (Store store = TemporaryStore.create(Clock.systemUTC())) {
            DumpSet ours = written(store, "One", Duration.ZERO);
            DumpSet before = written(store, "Two", Duration.ofMinutes(1));
            DumpSets sets = new DumpSets(directory, ours.version()::equals);
            DumpSettings never = DumpSettings.from(new Settings(Map.of("atlas.dump.every", "0s")));
            try (Dumps dumps = new Dumps(store, writer(store, Duration.ZERO), sets, never, Clock.systemUTC())) {
                DownloadPage page = new DownloadDescriber(sets, dumps, TestAtlas.IRIS).describe(Language.EN);

                assertThat(page.newest().map(DownloadPage.Contents::id))
                        .contains(ours.id().toString());
                assertThat(page.older().stream().map(DownloadPage.Older::id))
                        .containsExactly(before.id().toString());
            }
        }
    }

    @Test
    void setWhosePredecessorIsGone_leadsToNoDifference() throws IOException {
        try (Store store = TemporaryStore.create(Clock.systemUTC())) {
            DumpSet first = written(store, "One", Duration.ZERO);
            DumpSet second = written(store, "Two", Duration.ofMinutes(1));
            DumpSets sets = new DumpSets(directory);
            DumpSettings never = DumpSettings.from(new Settings(Map.of("atlas.dump.every", "0s")));
            try (Dumps dumps = new Dumps(store, writer(store, Duration.ZERO), sets, never, Clock.systemUTC())) {
                DownloadDescriber describer = new DownloadDescriber(sets, dumps, TestAtlas.IRIS);
                assertThat(difference(describer, second)).isPresent();

                Files.move(first.directory(), directory.resolve("aside"));
                sets.find(written(store, "Three", Duration.ofMinutes(2)).id());

                assertThat(difference(describer, second)).isEmpty();
            }
        }
    }

    private static Optional<String> difference(DownloadDescriber describer, DumpSet set) {
        return describer.describe(set, Language.EN).contents().news().flatMap(DownloadPage.News::deltaPath);
    }

    private SetWriter writer(Store store, Duration later) {
        return new SetWriter(store, TestAtlas.IRIS, directory, "Test", Clock.offset(Clock.systemUTC(), later));
    }

    private DumpSet written(Store store, String title, Duration later) {
        Node document = TestAtlas.IRIS.document("solution", "a");
        Node thing = TestAtlas.IRIS.thing("solution", "a");
        store.commit(
                "test",
                title,
                writer -> writer.replace(
                        document,
                        List.of(Triple.create(
                                thing, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "en")))));
        return writer(store, later).write();
    }
}
