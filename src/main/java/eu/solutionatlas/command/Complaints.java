package eu.solutionatlas.command;

import eu.solutionatlas.settings.Nearest;
import eu.solutionatlas.settings.SettingsException;
import eu.solutionatlas.store.StoreException;
import eu.solutionatlas.web.ListenException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in plain words why a command ended early. */
final class Complaints {
    private final BooleanSupplier debug;

    /** @param debug whether to show where an error arose */
    Complaints(BooleanSupplier debug) {
        this.debug = debug;
    }

    /** The command line cannot be understood. */
    int usage(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(e.getMessage());
        String hint = "'" + line.getCommandSpec().qualifiedName() + " --help' says what there is.";
        err.println(
                suggestion(e).map(nearest -> "Did you mean " + nearest + "?").orElse(hint));
        return ExitCodes.USAGE;
    }

    private static Optional<String> suggestion(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String typed = unmatched.getUnmatched().getFirst();
        return Nearest.to(
                typed.split("=", 2)[0],
                typed.startsWith("-")
                        ? command.optionsMap().keySet().stream()
                        : command.subcommands().keySet().stream());
    }

    /** A command was begun, and failed. */
    int failure(Exception e, CommandLine line, ParseResult called) {
        PrintWriter err = line.getErr();
        switch (e) {
            case SettingsException settings -> err.println(settings.getMessage());
            case StoreException store -> err.println(sentence(store.getMessage()));
            case ListenException listen -> err.println(listen.getMessage());
            case UncheckedIOException io -> err.println(sentence("reading or writing failed: " + cause(io)));
            case IOException io -> err.println(sentence("reading or writing failed: " + io.getMessage()));
            default -> {
                err.println("This should not have happened: " + e + (debug.getAsBoolean() ? "" : " (--debug)"));
                if (e.getClass().getName().startsWith("org.apache.jena")) {
                    err.println("If the disk failed or files of the data directory were changed: move its store/ away,"
                            + " and it is made again from journal/ at the next start.");
                }
            }
        }
        if (debug.getAsBoolean()) {
            e.printStackTrace(err);
        }
        return e instanceof SettingsException ? ExitCodes.USAGE : ExitCodes.CANNOT;
    }

    private static String cause(UncheckedIOException e) {
        return e.getCause() == null
                ? String.valueOf(e.getMessage())
                : e.getCause().toString();
    }

    private static String sentence(@Nullable String message) {
        String text = String.valueOf(message);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }
}
