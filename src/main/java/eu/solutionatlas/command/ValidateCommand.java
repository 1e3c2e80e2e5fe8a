package eu.solutionatlas.command;

import eu.solutionatlas.load.Loader;
import eu.solutionatlas.load.Report;
import eu.solutionatlas.shape.Shapes;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "validate",
        description =
                "Checks catalogue files without loading them, and reports like a compiler: file, line, what is wrong,"
                        + " how to mend it.")
final class ValidateCommand implements Callable<Integer> {
    private final SettingOptions settings;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ProgressOption progress = new ProgressOption();

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files (.ttl, .nq, .nq.gz) or directories of them.")
    private List<Path> paths = List.of();

    @Option(
            names = "--beside",
            paramLabel = "PATH",
            description = "Files or directories that links may lead to as well, such as the catalogue's own. They are"
                    + " not checked.")
    private List<Path> beside = List.of();

    ValidateCommand(SettingOptions settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() {
        Loader loader = new Loader(settings.read(Main.called(spec)).web().iris(), Shapes.published());
        Report report = loader.validate(paths, beside, progress.on(Main.err(spec)));
        ReportPrinter.printAll(report, Main.out(spec));
        return report.isValid() ? ExitCodes.OK : ExitCodes.INVALID;
    }
}
