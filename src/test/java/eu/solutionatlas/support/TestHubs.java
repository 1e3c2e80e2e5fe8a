package eu.solutionatlas.support;

import eu.solutionatlas.partner.Contact;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Hubs in this process, each at its own address with its own entries, that know each other. */
public final class TestHubs implements AutoCloseable {
    private final Map<String, TestAtlas> hubs = new LinkedHashMap<>();
    private final Map<String, String> bases = new LinkedHashMap<>();

    /** A port that was free a moment ago. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Starts a hub.
     *
     * @param files its catalogue, with relative IRIs
     */
    public TestAtlas add(String id, Map<String, String> settings, Path... files) {
        int port = freePort();
        String base = "http://127.0.0.1:" + port + "/";
        Map<String, String> all = new HashMap<>(Map.of(
                "atlas.port",
                Integer.toString(port),
                "atlas.base-iri",
                base,
                "atlas.federation.id",
                id,
                "atlas.federation.private-addresses",
                "true",
                "atlas.sparql.requests-per-minute",
                "0"));
        all.putAll(settings);
        TestAtlas hub = TestAtlas.start(all, files);
        hubs.put(id, hub);
        bases.put(id, base);
        return hub;
    }

    public TestAtlas hub(String id) {
        return hubs.get(id);
    }

    public String base(String id) {
        return bases.get(id);
    }

    /** Makes a hub known to another as a partner. */
    public void introduce(String newcomer, String to, String region) {
        register(to, atlas(newcomer, bases.get(newcomer), region));
    }

    public void register(String at, Partner partner) {
        Partners.Outcome outcome = new Partners(hubs.get(at).store(), new Iris(bases.get(at))).put(partner, "test");
        if (outcome instanceof Partners.Outcome.Refused refused) {
            throw new IllegalStateException(refused.reason());
        }
    }

    /** A partner that is an Atlas. */
    public static Partner atlas(String id, String base, String region) {
        return partner(id, base, base + "sparql/own", region, true);
    }

    /**
     * A partner.
     *
     * @param space how its IRIs begin
     * @param region NUTS code
     */
    public static Partner partner(String id, String space, String endpoint, String region, boolean atlas) {
        Node name = NodeFactory.createLiteralLang("Hub " + id, "en");
        return new Partner(
                id,
                Labels.of(List.of(name)),
                Optional.empty(),
                List.of(NodeFactory.createURI(Iris.NUTS + region)),
                List.of(space),
                Optional.of(endpoint),
                atlas ? Optional.of(space + "dump/catalogue.nq.gz") : Optional.empty(),
                atlas ? Optional.of(space + "dump/changes") : Optional.empty(),
                Contact.NONE,
                HubState.ACTIVE,
                Optional.empty());
    }

    /** A file of a test's own. */
    public static Path file(Path directory, String name, String text) {
        try {
            Files.createDirectories(directory);
            return Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        hubs.values().forEach(TestAtlas::close);
    }
}
