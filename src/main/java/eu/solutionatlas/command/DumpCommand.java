package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.dump.DumpSet;
import eu.solutionatlas.dump.SetWriter;
import eu.solutionatlas.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dump",
        description =
                "Writes the whole catalogue to files in all formats, with checksums, into a directory of their own that is"
                        + " named by date and data version, unless it is there already. 'load' reads its"
                        + " catalogue.nq.gz back. Not while a server runs on the same data directory: take that one's"
                        + " /dump/latest/catalogue.nq.gz instead.")
final class DumpCommand implements Callable<Integer> {
    private final SettingOptions settings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "DIRECTORY", description = "Where the directory of the dumps is put; made if need be.")
    private Path directory = Path.of("");

    DumpCommand(SettingOptions settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        AtlasSettings atlas = settings.read(Main.called(spec));
        try (Store store = Catalogue.openExisting(atlas)) {
            SetWriter writer = new SetWriter(
                    store, atlas.web().iris(), directory, "Solution Atlas " + Build.version(), Clock.systemUTC());
            DumpSet set = writer.write();
            Main.out(spec).println("Data version " + set.version() + " is in " + set.directory() + ".");
        }
        return ExitCodes.OK;
    }
}
