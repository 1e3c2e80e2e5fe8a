package eu.solutionatlas.command;

import eu.solutionatlas.dump.SetCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify-dump",
        description =
                "Checks dumps against the manifest.json beside or in them: that each file is there, has the size and the"
                        + " SHA-256 that the manifest says, can be read as what it is, and has as many rows or statements."
                        + " Needs no catalogue and no network.")
final class VerifyDumpCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            description = "A directory of dumps, a package (.zip), or one file with the manifest beside it.")
    private Path path = Path.of("");

    @Override
    public Integer call() {
        SetCheck check;
        try {
            check = SetCheck.of(path);
        } catch (IOException e) {
            Main.err(spec).println("Cannot check " + path + ": " + e.getMessage() + ".");
            return ExitCodes.CANNOT;
        }
        check.complaints().forEach(complaint -> Main.out(spec).println(complaint + "."));
        String files = ReportPrinter.count(check.checked(), "file", "files") + " of " + check.id();
        Main.out(spec)
                .println(
                        check.isSound()
                                ? files + ": all as the manifest says."
                                : files + ": "
                                        + ReportPrinter.count(check.complaints().size(), "thing is", "things are")
                                        + " not as the manifest says.");
        return check.isSound() ? ExitCodes.OK : ExitCodes.INVALID;
    }
}
