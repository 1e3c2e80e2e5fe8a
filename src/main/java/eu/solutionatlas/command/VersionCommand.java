package eu.solutionatlas.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.jena.Jena;
import org.eclipse.jetty.util.Jetty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "version", description = "Says which version this is.")
final class VersionCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--verbose", description = "Also what it runs on, and which parts of Jena have started.")
    private boolean verbose;

    @Override
    public Integer call() {
        PrintWriter out = Main.out(spec);
        out.println("Solution Atlas " + Build.version());
        if (verbose) {
            out.println("Java " + Runtime.version());
            out.println("Jena " + Jena.VERSION);
            out.println("Jetty " + Jetty.VERSION);
            Build.jenaSubsystems().forEach(name -> out.println("subsystem " + name));
        }
        return ExitCodes.OK;
    }
}
