package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.SearchCheck;
import eu.solutionatlas.store.Store;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description =
                "Compares the search index with the catalogue, entry by entry, and makes it anew where they differ."
                        + " Not while a server runs on the same data directory.")
final class CheckCommand implements Callable<Integer> {
    private final SettingOptions settings;

    @Spec
    private @Nullable CommandSpec spec;

    CheckCommand(SettingOptions settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        AtlasSettings atlas = settings.read(Main.called(spec));
        PrintWriter out = Main.out(spec);
        try (Store store = Catalogue.openExisting(atlas)) {
            SearchCheck check = SearchCheck.run(atlas, store);
            check.differences().forEach(out::println);
            out.println(
                    check.differences().isEmpty()
                            ? "The search index and the catalogue are equal: "
                                    + ReportPrinter.count(check.entries(), "entry", "entries") + "."
                            : "The search index was made anew: "
                                    + ReportPrinter.count(check.entries(), "entry", "entries") + ".");
            return ExitCodes.OK;
        }
    }
}
