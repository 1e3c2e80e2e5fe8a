package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.dump.DumpWriter;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.store.Store;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dump",
        description =
                "Writes the whole catalogue to files, with checksums. 'load' reads the .nq.gz back. Not while a server runs"
                        + " on the same data directory: take that one's /dump/catalogue.nq.gz instead.")
final class DumpCommand implements Callable<Integer> {
    private final SettingOptions settings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIRECTORY", description = "Where to; made if need be.")
    private Path directory = Path.of("");

    DumpCommand(SettingOptions settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        AtlasSettings atlas = settings.read(Main.called(spec));
        try (Store store = Catalogue.openExisting(atlas)) {
            DataVersion version = new DumpWriter(store, atlas.web().iris(), directory).write();
            Main.out(spec).println("Wrote data version " + version + " to " + directory + ".");
        }
        return ExitCodes.OK;
    }
}
