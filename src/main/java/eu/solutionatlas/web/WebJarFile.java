package eu.solutionatlas.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * A file of a WebJar, which is a library for browsers, from npm, packed as a jar.
 *
 * @param jar its artifact
 * @param path of the file in the library
 */
record WebJarFile(String jar, String path) {

    /** The end of its path, under which pages ask for it. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    byte[] read() {
        return Assets.read("/META-INF/resources/webjars/" + jar + "/" + version() + "/" + path);
    }

    /** The jar says its version itself, so that it is written down in the build and nowhere else. */
    private String version() {
        Properties built = new Properties();
        try {
            built.load(new ByteArrayInputStream(
                    Assets.read("/META-INF/maven/org.webjars.npm/" + jar + "/pom.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return built.getProperty("version");
    }
}
