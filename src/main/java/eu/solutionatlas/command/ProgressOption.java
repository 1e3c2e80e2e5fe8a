package eu.solutionatlas.command;

import eu.solutionatlas.load.Progress;
import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine.Option;

/** Whether somebody is watching. */
final class ProgressOption {
    /** Set by {@code bin/solution-atlas} when standard error is a terminal, which Java cannot tell reliably. */
    private static final String TERMINAL = "solution-atlas.terminal";

    @Option(
            names = "--progress",
            description = "Show how far long work is, on standard error. Without: only when that is a terminal.")
    private boolean asked;

    Progress on(PrintWriter err) {
        return asked || Boolean.getBoolean(TERMINAL) ? new ProgressLine(err, Clock.systemUTC()) : Progress.NONE;
    }
}
