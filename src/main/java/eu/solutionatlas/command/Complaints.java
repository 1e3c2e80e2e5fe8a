package eu.solutionatlas.command;

import eu.solutionatlas.settings.SettingsException;
import eu.solutionatlas.store.StoreException;
import eu.solutionatlas.web.ListenException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

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
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("'" + line.getCommandSpec().qualifiedName() + " --help' says what there is.");
        }
        return ExitCodes.USAGE;
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
            default -> err.println("This should not have happened: " + e + (debug.getAsBoolean() ? "" : " (--debug)"));
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

    private static String sentence(@org.jspecify.annotations.Nullable String message) {
        String text = String.valueOf(message);
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                + text.substring(1)
                + (text.endsWith(".") ? "" : ".");
    }
}
