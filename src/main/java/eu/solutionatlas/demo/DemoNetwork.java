package eu.solutionatlas.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** Four hubs as processes of this machine, with ports one after the other. */
public final class DemoNetwork implements AutoCloseable {
    private static final String HOME = "solution-atlas.home";
    private static final String MAIN = "eu.solutionatlas.command.Main";
    private static final String FUSEKI = "eu.solutionatlas.demo.PlainFuseki";

    private final Path directory;
    private final Map<String, String> settings;
    private final Map<DemoHub, Integer> ports = new EnumMap<>(DemoHub.class);
    private final Map<DemoHub, Process> processes = new EnumMap<>(DemoHub.class);

    private DemoNetwork(Path directory, List<Integer> ports, Map<String, String> settings) {
        this.directory = directory;
        this.settings = Map.copyOf(settings);
        for (DemoHub hub : DemoHub.values()) {
            this.ports.put(hub, ports.get(hub.ordinal()));
        }
    }

    /**
     * Deals out the seed and starts the processes; they are not ready yet.
     *
     * @param seed catalogue files to deal out
     * @param directory for what the hubs keep, the first time made, later used again
     * @param ports of Saxony, Brandenburg, Silesia and Bohemia
     * @param settings of the hubs beside their own, as environment variables
     * @throws IOException when files cannot be read or written, or a process not be started
     */
    public static DemoNetwork start(Path seed, Path directory, List<Integer> ports, Map<String, String> settings)
            throws IOException {
        DemoNetwork network = new DemoNetwork(directory, ports, settings);
        Shares shares = Shares.of(seed);
        try {
            for (DemoHub hub : DemoHub.values()) {
                network.write(hub, shares.files(hub, network.bases()));
            }
            for (DemoHub hub : DemoHub.values()) {
                network.start(hub);
            }
        } catch (IOException | RuntimeException e) {
            network.close();
            throw e;
        }
        return network;
    }

    private Map<DemoHub, String> bases() {
        Map<DemoHub, String> bases = new EnumMap<>(DemoHub.class);
        ports.forEach((hub, port) -> bases.put(hub, "http://localhost:" + port + "/"));
        return bases;
    }

    private String base(DemoHub hub) {
        return "http://localhost:" + ports.get(hub) + "/";
    }

    /** Where each hub answers, by its short name. */
    public Map<String, String> addresses() {
        Map<String, String> addresses = new java.util.LinkedHashMap<>();
        ports.forEach((hub, port) -> addresses.put(hub.id(), base(hub)));
        return addresses;
    }

    /** The process of a hub, for whoever wants to see what happens without it. */
    public Process process(String id) {
        return processes.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(id))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** The catalogue files of each hub, by its short name. */
    public Map<String, Path> seeds() {
        Map<String, Path> seeds = new java.util.LinkedHashMap<>();
        ports.keySet().forEach(hub -> seeds.put(hub.id(), seed(hub)));
        return seeds;
    }

    private Path seed(DemoHub hub) {
        return directory.resolve(hub.id()).resolve("data");
    }

    private void write(DemoHub hub, Map<String, String> files) throws IOException {
        Path seed = seed(hub);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = seed.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Files.writeString(seed.resolve("hub.ttl"), HubFiles.hub(hub));
        Files.writeString(seed.resolve("hubs.ttl"), HubFiles.register(hub, bases()));
        if (hub.isFuseki()) {
            merge(hub, files);
        }
    }

    /** One file for a server that knows nothing of entries and documents. */
    private void merge(DemoHub hub, Map<String, String> files) throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        files.values()
                .forEach(text ->
                        RDFParser.fromString(text, Lang.TURTLE).base(base(hub)).parse(graph));
        try (OutputStream out = Files.newOutputStream(merged(hub))) {
            RDFDataMgr.write(out, graph, Lang.NTRIPLES);
        }
    }

    private Path merged(DemoHub hub) {
        return directory.resolve(hub.id()).resolve("all.nt");
    }

    private void start(DemoHub hub) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath()));
        command.addAll(
                hub.isFuseki()
                        ? List.of(
                                FUSEKI,
                                String.valueOf(ports.get(hub)),
                                merged(hub).toString())
                        : List.of(MAIN, "serve", "--with-parent"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(hub.id() + ".log").toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("ATLAS_"));
        environment.put("ATLAS_PORT", Integer.toString(ports.getOrDefault(hub, 0)));
        environment.put("ATLAS_BASE_IRI", base(hub));
        environment.put(
                "ATLAS_DATA_DIRECTORY",
                directory.resolve(hub.id()).resolve("var").toString());
        environment.put("ATLAS_SEED_DIRECTORY", seed(hub).toString());
        environment.put("ATLAS_FEDERATION_ID", hub.id());
        environment.put("ATLAS_FEDERATION_PRIVATE_ADDRESSES", "true");
        environment.put("ATLAS_SPARQL_REQUESTS_PER_MINUTE", "0");
        environment.putAll(settings);
        processes.put(hub, builder.start());
    }

    /** Our own, and Fuseki's, which lies beside it in a distribution. */
    private static String classPath() throws IOException {
        String own = System.getProperty("java.class.path");
        String home = System.getProperty(HOME);
        Path fuseki = home == null ? null : Path.of(home, "lib", "fuseki");
        if (fuseki == null || !Files.isDirectory(fuseki)) {
            return own;
        }
        try (Stream<Path> jars = Files.list(fuseki)) {
            return own
                    + java.io.File.pathSeparator
                    + String.join(
                            java.io.File.pathSeparator,
                            jars.map(Path::toString).sorted().toList());
        }
    }

    /** The hub that has ended by itself, if any, and where its last words stand. */
    public java.util.Optional<String> casualty() {
        return processes.entrySet().stream()
                .filter(entry -> !entry.getValue().isAlive())
                .map(entry -> entry.getKey().id() + " has ended; see "
                        + directory.resolve(entry.getKey().id() + ".log"))
                .findFirst();
    }

    @Override
    public void close() {
        processes.values().forEach(Process::destroy);
        for (Process process : processes.values()) {
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
            }
        }
    }
}
