package eu.solutionatlas.command;

import eu.solutionatlas.ProgramVersion;
import java.util.List;
import java.util.ServiceLoader;
import org.apache.jena.sys.JenaSubsystemLifecycle;
import org.apache.jena.sys.JenaSystem;

/** Which program this is. */
final class Build {
    private Build() {}

    /** Its version, such as {@code 0.1.0}. */
    static String version() {
        return ProgramVersion.text();
    }

    /**
     * The parts of Jena that start, one class name each. When a build loses their service files, Jena still runs and
     * fails late, in odd places.
     */
    static List<String> jenaSubsystems() {
        JenaSystem.init();
        return ServiceLoader.load(JenaSubsystemLifecycle.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(subsystem -> subsystem.getClass().getName())
                .sorted()
                .toList();
    }
}
