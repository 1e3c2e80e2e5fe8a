package eu.solutionatlas.dump;

import eu.solutionatlas.web.Problem;
import java.io.IOException;

/** A file of a set is not there, or not what its manifest says. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1;

    private final String what;

    DamagedFileException(DumpSet set, DumpFile file, IOException cause) {
        super(file.name() + " of the dumps " + set.id() + " is not as it was written", cause);
        this.what = file.name() + " of the dumps " + set.id();
    }

    /** For whoever asked for it. */
    Problem problem() {
        return problem(what);
    }

    /**
     * A fault of this hub, which its operator can mend from a copy of the set.
     *
     * @param what is damaged
     */
    static Problem problem(String what) {
        return Problem.of(
                503,
                "dump-damaged",
                "Damaged at this hub",
                what
                        + " is not as it was written, so that nothing that needs it is sent. The operator of this hub finds it"
                        + " in the log and in the health of the hub.");
    }
}
