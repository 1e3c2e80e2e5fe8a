package eu.solutionatlas.rdf;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;

/**
 * What was published of the ontology, its shapes and its context, version by version: the files of
 * {@code ontology/versions/}, which are kept as they were. Their list is {@code SHA256SUMS} there.
 */
public final class OntologyReleases {
    private static final String DIRECTORY = "versions/";
    private static final Pattern LINE = Pattern.compile("[0-9a-f]{64}  (\\d+\\.\\d+\\.\\d+)/(.+)");

    /** What has versions of its own. */
    public enum Part {
        ONTOLOGY("atlas.ttl"),
        SHAPES("shapes.ttl"),
        CONTEXT("context.jsonld");

        private final String file;

        Part(String file) {
            this.file = file;
        }
    }

    /**
     * A version, as it was published.
     *
     * @param bytes of its file
     */
    public record Release(String version, byte[] bytes) {
        /** The statements of a file in Turtle. */
        public Graph graph() {
            return OntologyFiles.parse(bytes);
        }
    }

    private final Map<Part, Map<String, Release>> releases = new HashMap<>();

    private OntologyReleases() {}

    /** Those that come with the program. */
    public static OntologyReleases load() {
        OntologyReleases all = new OntologyReleases();
        String list = new String(OntologyFiles.bytes(DIRECTORY + "SHA256SUMS"), StandardCharsets.UTF_8);
        for (String line : list.lines().toList()) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new IllegalStateException(
                        "ontology/versions/SHA256SUMS has a line that names no version: " + line);
            }
            all.add(parts.group(1), parts.group(2));
        }
        return all;
    }

    private void add(String version, String file) {
        for (Part part : Part.values()) {
            if (part.file.equals(file)) {
                byte[] bytes = OntologyFiles.bytes(DIRECTORY + version + "/" + file);
                releases.computeIfAbsent(part, unused -> new TreeMap<>(Comparator.comparing(Version::parse)))
                        .put(version, new Release(version, bytes));
            }
        }
    }

    /** The versions of a part, the newest first. */
    public List<String> versions(Part part) {
        return List.copyOf(releases.getOrDefault(part, Map.of()).keySet()).reversed();
    }

    public Optional<Release> find(Part part, String version) {
        Map<String, Release> known = releases.getOrDefault(part, Map.of());
        // By its name to the letter; to the order of versions, some other names are the same, and most are none.
        return known.keySet().stream().filter(version::equals).findFirst().map(known::get);
    }
}
