package eu.solutionatlas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version of the program this is. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** Such as {@code Solution Atlas 0.1.0}. */
    public static String name() {
        return "Solution Atlas " + text();
    }

    /** Such as {@code 0.1.0}. */
    public static String text() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream("build.properties")) {
            if (in == null) {
                throw new IllegalStateException("the build left no build.properties");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
