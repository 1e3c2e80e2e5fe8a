package eu.solutionatlas.dump;

import eu.solutionatlas.web.Problem;
import java.io.IOException;

/** A file of a set is not there, or not what its manifest says. */
public final class DamagedFileException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedFileException(DumpSet set, DumpFile file, IOException cause) {
        super(file.name() + " of the dumps " + set.id() + " is not as it was written", cause);
    }

    /** For whoever asked for it: a fault of this hub, which its operator can mend from a copy of the set. */
    Problem problem() {
        return Problem.of(
                503,
                "dump-damaged",
                "Damaged at this hub",
                getMessage() + ", so it is not sent. The operator of this hub finds it in the log and in the health of"
                        + " the hub; other sets and files are not concerned.");
    }
}
