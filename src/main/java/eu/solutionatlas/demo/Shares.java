package eu.solutionatlas.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Deals the seed out to the hubs of the demonstration: each solution to the hub of its region, and with it the actors
 * that it names, so that some actors are at several hubs, as in real life. A link to a solution of another hub becomes a
 * link to that hub.
 */
final class Shares {
    private final Map<String, SeedEntry> entries = new TreeMap<>();
    private final Map<String, DemoHub> owners = new HashMap<>();
    private final Map<DemoHub, Set<String>> shares = new EnumMap<>(DemoHub.class);

    private Shares() {}

    /** @param seed a directory with {@code solution/*.ttl} and {@code actor/*.ttl} */
    static Shares of(Path seed) throws IOException {
        Shares shares = new Shares();
        for (String kind : List.of("solution", "actor")) {
            shares.read(seed.resolve(kind), kind);
        }
        shares.deal();
        return shares;
    }

    private void read(Path directory, String kind) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".ttl"))
                    .sorted()
                    .toList()) {
                String name = file.getFileName().toString();
                SeedEntry entry = entry(kind, name.substring(0, name.length() - 4), Files.readString(file));
                entries.put(entry.key(), entry);
            }
        }
    }

    private static SeedEntry entry(String kind, String slug, String text) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, org.apache.jena.riot.Lang.TURTLE)
                .base(SeedEntry.BASE)
                .parse(graph);
        List<String> regions = graph.find(Node.ANY, DCTerms.spatial.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getURI())
                .toList();
        String things = SeedEntry.BASE + "id/";
        Set<String> links = new TreeSet<>();
        graph.find().forEach(triple -> {
            if (triple.getObject().isURI() && triple.getObject().getURI().startsWith(things)) {
                links.add(triple.getObject().getURI().substring(things.length()));
            }
        });
        links.remove(kind + "/" + slug);
        return new SeedEntry(kind, slug, text, regions.stream().sorted().toList(), links);
    }

    private void deal() {
        for (DemoHub hub : DemoHub.values()) {
            shares.put(hub, new LinkedHashSet<>());
        }
        entries.values().stream()
                .filter(entry -> entry.kind().equals("solution"))
                .forEach(entry -> give(entry, owner(entry)));
        entries.values().stream()
                .filter(entry -> entry.kind().equals("actor") && !owners.containsKey(entry.key()))
                .forEach(entry -> give(entry, owner(entry)));
    }

    /** By its own regions, or by those of the actors that it names. */
    private DemoHub owner(SeedEntry entry) {
        return Stream.concat(
                        entry.regions().stream(),
                        entry.linksTo("actor").stream()
                                .map(entries::get)
                                .filter(java.util.Objects::nonNull)
                                .flatMap(actor -> actor.regions().stream()))
                .flatMap(region -> DemoHub.of(region).stream())
                .findFirst()
                .orElse(DemoHub.SAXONY);
    }

    /** Gives an entry to a hub, and all actors that it leads to. */
    private void give(SeedEntry entry, DemoHub hub) {
        Deque<SeedEntry> waiting = new ArrayDeque<>(List.of(entry));
        while (!waiting.isEmpty()) {
            SeedEntry next = waiting.remove();
            owners.putIfAbsent(next.key(), hub);
            if (shares.getOrDefault(hub, Set.of()).add(next.key())) {
                next.linksTo("actor").stream()
                        .map(entries::get)
                        .filter(java.util.Objects::nonNull)
                        .forEach(waiting::add);
            }
        }
    }

    /**
     * The files of a hub, by their names.
     *
     * @param bases of all hubs, for links to what another hub has
     */
    Map<String, String> files(DemoHub hub, Map<DemoHub, String> bases) {
        Set<String> mine = shares.getOrDefault(hub, Set.of());
        Map<String, String> files = new TreeMap<>();
        for (String key : mine) {
            SeedEntry entry = entries.get(key);
            if (entry != null) {
                String text = entry.text();
                for (String link : entry.links()) {
                    DemoHub owner = owners.get(link);
                    if (!mine.contains(link) && owner != null) {
                        text = text.replace("<id/" + link + ">", "<" + bases.get(owner) + "id/" + link + ">");
                    }
                }
                files.put(key + ".ttl", text);
            }
        }
        return files;
    }
}
