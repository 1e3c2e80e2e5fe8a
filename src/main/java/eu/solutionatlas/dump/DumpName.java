package eu.solutionatlas.dump;

import java.util.Arrays;
import java.util.Optional;

/** The dumps there are. A request can only ever name one of these, never a file. */
public enum DumpName {
    TURTLE("catalogue.ttl.gz", "Turtle"),
    N_QUADS("catalogue.nq.gz", "N-Quads");

    private final String fileName;
    private final String format;

    DumpName(String fileName, String format) {
        this.fileName = fileName;
        this.format = format;
    }

    /** The name it is served and saved under. */
    public String fileName() {
        return fileName;
    }

    /** The format's name, for people. */
    public String format() {
        return format;
    }

    static Optional<DumpName> of(String fileName) {
        return Arrays.stream(values())
                .filter(name -> name.fileName.equals(fileName))
                .findFirst();
    }
}
