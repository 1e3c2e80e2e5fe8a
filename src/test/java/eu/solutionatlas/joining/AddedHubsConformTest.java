package eu.solutionatlas.joining;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.control.Order;
import eu.solutionatlas.harvest.Discovered;
import eu.solutionatlas.harvest.Discovery;
import eu.solutionatlas.harvest.HarvestSettings;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundSettings;
import eu.solutionatlas.partner.Contact;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.shape.ShapeResult;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.graph.GraphOps;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever {@code hub add} is told, and whatever a hub says of itself: what gets into the register has the shape that the
 * published shapes give it. Tried with thousands of odd values, always the same ones.
 */
class AddedHubsConformTest {
    private static final int TRIES = 4_000;
    private static final Iris IRIS = new Iris("http://own.example/");

    private static final List<String> TEXTS = List.of(
            "",
            "Liberec",
            " ",
            "  Liberec ",
            "\u00a0",
            "\u200b",
            "\u2028",
            "a\u001b[31mb",
            "a\u0000b",
            "a\u0001b",
            "a\nb",
            "\u202egnp",
            "x".repeat(200),
            "x".repeat(201),
            "\ud83d\ude00".repeat(101),
            "\ud83d\ude00".repeat(200),
            "\ud83d",
            "\"quoted\"",
            "<b>");
    private static final List<String> LANGUAGES = List.of(
            "",
            "en",
            "EN",
            "en-GB",
            "en-gb",
            "und",
            "x",
            "cs-",
            "de-1996",
            "a b",
            "verylongtag",
            "de-x-verylongsubtag");
    private static final List<String> ADDRESSES = List.of(
            "",
            "http://x.example/",
            "https://x.example/sparql?a=b",
            "https://x.example",
            "https://x.example/#a",
            "https://x.example/a b",
            "https://x.example/a\u00a0b",
            "https://x.example/a\u0001b",
            "https://x.example/a\u2028b",
            "https://x.example/a\ufffeb",
            "https://x.example/\u017elu\u0165",
            "https://x.example/%zz",
            "https://x.example/{a}",
            "https://x.example/a\\b",
            "https://x.example/" + "a".repeat(600),
            "http:///x",
            "http://?x/",
            "http://u:p@x.example/",
            "HTTP://x.example/",
            "javascript:alert(1)",
            "mailto:a@b.example",
            "urn:x:y");
    private static final List<String> SPACES = List.of(
            "",
            "https://x.example/",
            "https://y.example/id/",
            "https://z.example/#",
            "https://x.example",
            "https:///",
            "http://?x/",
            "https://x.example/a b",
            "https://x.example/a\u00a0b",
            "https://x.example/a\u0001b",
            "https://x.example/a\u2028b",
            "https://x.example/" + "a".repeat(600),
            "https://x.example/\ud83d",
            "h",
            "urn:x:");
    private static final List<String> CODES =
            List.of("", "CZ", "CZ051", "cz051", "CZ0511", "C", "CZ 05", "CZ05\n", "\u010cZ05", "CZ05>", "DE");
    private static final List<String> EMAILS = List.of(
            "",
            "a@b.example",
            "a b@c.example",
            "a@b",
            "a\u00a0b@c.example",
            "a\u0001@b.example",
            "{a}@b.example",
            "a|b@c.example",
            "a\\b@c.example",
            "a^`@b.example",
            "a@@b.example",
            "a%zz@b.example",
            "a#b@c.example",
            "\u017e@b.example");
    private static final List<String> IDS =
            List.of("", "liberec", "a-b", "a--b", "-a", "here", "A", "a\n", "a".repeat(40), "a".repeat(41), "\u00e9");

    private final Random random = new Random(4);
    private final Shapes shapes = Shapes.published();
    private final Outbound outbound = new Outbound(new OutboundSettings(true), "test");
    private final Store store = TemporaryStore.create(Clock.systemUTC());
    private int registered;

    @AfterEach
    void close() {
        outbound.close();
        store.close();
    }

    /** Mostly the second, which is as it should be: who is refused for one value says nothing of the others. */
    private <T> T any(List<T> values) {
        return random.nextInt(10) < 7 ? values.get(1) : values.get(random.nextInt(values.size()));
    }

    /** Mostly none, now and then up to two. */
    private <T> List<T> some(List<T> values) {
        List<T> chosen = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            chosen.add(any(values));
        }
        return chosen;
    }

    private <T> Optional<T> maybe(List<T> values) {
        return random.nextBoolean() ? Optional.of(any(values)) : Optional.empty();
    }

    private Order order() {
        Map<String, List<String>> arguments = new HashMap<>();
        List<String> names =
                some(TEXTS).stream().map(text -> text + "@" + any(LANGUAGES)).toList();
        put(arguments, "name", names);
        put(arguments, "region", some(CODES));
        put(arguments, "space", some(SPACES));
        put(arguments, "id", maybe(IDS).stream().toList());
        put(arguments, "endpoint", maybe(ADDRESSES).stream().toList());
        put(arguments, "dump", maybe(ADDRESSES).stream().toList());
        put(arguments, "contact-email", maybe(EMAILS).stream().toList());
        put(arguments, "contact-role", maybe(TEXTS).stream().toList());
        if (random.nextBoolean()) {
            arguments.put("paused", List.of("true"));
        }
        return new Order("add", arguments);
    }

    private static void put(Map<String, List<String>> arguments, String name, List<String> values) {
        if (!values.isEmpty()) {
            arguments.put(name, values);
        }
    }

    private Partner found() {
        TreeMap<String, String> names = new TreeMap<>();
        some(TEXTS).forEach(text -> names.put(any(LANGUAGES), text));
        List<Node> regions = some(CODES).stream()
                .map(code -> NodeFactory.createURI(Iris.NUTS + code))
                .toList();
        return new Partner(
                "hub",
                new Labels(names),
                maybe(ADDRESSES),
                regions,
                some(SPACES),
                maybe(ADDRESSES),
                maybe(ADDRESSES),
                maybe(ADDRESSES),
                Contact.NONE,
                HubState.ANNOUNCED,
                Optional.empty());
    }

    private Graph register() {
        Node document = new Partners(store, IRIS).document();
        return store.read(snapshot -> {
            Graph copy = GraphFactory.createDefaultGraph();
            GraphOps.addAll(copy, snapshot.graph(document).find());
            return copy;
        });
    }

    /** One try; the words for what is wrong with the register after it. */
    private List<String> flaws() {
        Order order = order();
        Additions additions = Additions.of(order);
        if (!additions.wrong().isEmpty()) {
            return List.of();
        }
        HarvestSettings settings = new HarvestSettings(Duration.ZERO, 25, 1, Duration.ofSeconds(1));
        Partners partners = new Partners(store, IRIS);
        Partner found = found();
        new AddOrder(partners, new Discovery(outbound, settings), Clock.systemUTC())
                .add(new Discovered.Hub(found, "a hub", List.of(), List.of()), additions);
        Graph register = register();
        if (!register.isEmpty()) {
            registered++;
            Node document = partners.document();
            store.commit("test", "the next try begins with an empty register", writer -> writer.remove(document));
        }
        List<String> flaws = new ArrayList<>();
        for (ShapeResult result : shapes.validate(register)) {
            flaws.add(brief(result.path() + " " + result.value() + " of " + order + " and " + found));
        }
        if (!readsBack(register)) {
            flaws.add(brief("is not read back: " + order + " and " + found));
        }
        return flaws;
    }

    private static String brief(String words) {
        return words.substring(0, Math.min(words.length(), 1_000));
    }

    /** Whether a strict parser takes what a dump would have, both as lines and as XML. */
    private static boolean readsBack(Graph register) {
        for (Lang lang : List.of(Lang.NTRIPLES, Lang.RDFXML)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            RDFDataMgr.write(out, register, lang);
            Graph read = GraphFactory.createDefaultGraph();
            try {
                RDFParser.source(new ByteArrayInputStream(out.toByteArray()))
                        .lang(lang)
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                        .parse(read);
            } catch (org.apache.jena.riot.RiotException e) {
                return false;
            }
            if (!read.isIsomorphicWith(register)) {
                return false;
            }
        }
        return true;
    }

    @Test
    void whateverIsAdded_conformsToTheShapeOfPartners() {
        List<String> flaws = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            flaws.addAll(flaws());
        }
        assertThat(flaws.stream().limit(5)).as("the first of " + flaws.size()).isEmpty();
        assertThat(registered)
                .as("hubs that got in, without which nothing was tried")
                .isGreaterThan(300);
    }
}
