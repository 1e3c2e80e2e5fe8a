package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.load.LoadOutcome;
import eu.solutionatlas.load.Loader;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "load",
        description =
                "Checks catalogue files and puts all their entries into the catalogue, or, when there is an error,"
                        + " none. Entries that the files do not hold stay as they are. Warnings are counted; 'validate' lists them. Not while a server runs on the same data"
                        + " directory.")
final class LoadCommand implements Callable<Integer> {
    private final SettingOptions settings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ProgressOption progress = new ProgressOption();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files (.ttl, .nq, .nq.gz) or directories of them.")
    private List<Path> paths = List.of();

    LoadCommand(SettingOptions settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        AtlasSettings atlas = settings.read(Main.called(spec));
        Loader loader = new Loader(atlas.web().iris(), Shapes.published());
        try (Store store = Catalogue.open(atlas)) {
            Loader.publishVocabularies(store);
            LoadOutcome outcome = loader.load(store, "command line", paths, progress.on(Main.err(spec)));
            ReportPrinter.printErrors(outcome.report(), Main.out(spec));
            return switch (outcome) {
                case LoadOutcome.Rejected rejected -> {
                    Main.out(spec).println("Nothing was loaded; the catalogue is as it was.");
                    yield ExitCodes.INVALID;
                }
                case LoadOutcome.Loaded loaded -> {
                    Main.out(spec)
                            .println(
                                    "Loaded; " + ReportPrinter.count(loaded.changed(), "document has", "documents have")
                                            + " changed. The data version is " + loaded.version() + ".");
                    yield ExitCodes.OK;
                }
            };
        }
    }
}
