package eu.solutionatlas.support;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;

/**
 * A catalogue of any size in the manner of the real one: titles and texts in two to four languages, a few themes, regions
 * and actors that are named often and many that are named rarely, links that all lead somewhere. The same size and seed
 * give the same catalogue, byte for byte.
 */
public final class GeneratedCatalogue {
    private static final int SOLUTIONS_PER_ACTOR = 4;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int DAYS = 1000;

    private static final List<String> STATUS = List.of("in-operation", "in-operation", "pilot", "planned", "ended");
    private static final List<String> KINDS = List.of(
            "municipality", "municipality", "company", "company", "district", "startup", "university", "association");
    private static final List<String> LICENCES = List.of("EUPL-1.2", "MIT", "Apache-2.0", "AGPL-3.0-only");

    private final Iris iris;
    private final int solutions;
    private final int actors;
    private final Random random;
    private final List<Node> themes;
    private final List<Node> regions;
    private final Map<Node, Map<String, String>> labels = new LinkedHashMap<>();
    private long quads;

    private GeneratedCatalogue(Iris iris, int solutions, long seed) {
        this.iris = iris;
        this.solutions = solutions;
        this.actors = Math.max(1, solutions / SOLUTIONS_PER_ACTOR);
        this.random = new Random(seed);
        this.themes = concepts("theme");
        this.regions = concepts("region").stream()
                .filter(region -> region.getURI().length() >= Iris.NUTS.length() + 3)
                .toList();
    }

    /**
     * Writes a catalogue as N-Quads, the quads of each document together: about 25 for each solution, actors included.
     *
     * @return how many quads there are
     */
    public static long write(Path file, Iris iris, int solutions, long seed) throws IOException {
        GeneratedCatalogue catalogue = new GeneratedCatalogue(iris, solutions, seed);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            catalogue.writeTo(StreamRDFWriter.getWriterStream(out, Lang.NQUADS));
        }
        return catalogue.quads;
    }

    /** The last part of the IRI of the n-th solution, counted from 0. */
    public static String solutionSlug(int n) {
        return "solution-" + n;
    }

    /** The last part of the IRI of the n-th actor, counted from 0; the first ones are linked to most. */
    public static String actorSlug(int n) {
        return "actor-" + n;
    }

    private List<Node> concepts(String scheme) {
        Graph graph = OntologyFiles.graphs().get(NodeFactory.createURI(Iris.SHARED + scheme));
        graph.find(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY)
                .forEach(triple -> labels.computeIfAbsent(triple.getSubject(), none -> new LinkedHashMap<>())
                        .put(
                                triple.getObject().getLiteralLanguage(),
                                triple.getObject().getLiteralLexicalForm()));
        return graph
                .find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
                .mapWith(triple -> triple.getSubject().getURI())
                .toList()
                .stream()
                .sorted()
                .map(NodeFactory::createURI)
                .toList();
    }

    private void writeTo(StreamRDF out) {
        out.start();
        for (int n = 0; n < actors; n++) {
            writeActor(out, n);
        }
        for (int n = 0; n < solutions; n++) {
            writeSolution(out, n);
        }
        out.finish();
    }

    private void writeActor(StreamRDF out, int n) {
        Document actor = new Document(out, "actor", actorSlug(n));
        Node region = often(regions);
        String town = label(region, "en") + " " + GeneratedWords.place(n);
        actor.thing(RDF.type.asNode(), ATLAS.Actor);
        for (String language : languages(region)) {
            actor.thing(FOAF.name.asNode(), text(town, language));
        }
        actor.thing(ATLAS.actorKind, shared("actor-kind/" + any(KINDS)));
        actor.thing(DCTerms.spatial.asNode(), region);
        if (random.nextInt(10) < 7) {
            actor.thing(SchemaDO.addressLocality.asNode(), NodeFactory.createLiteralString(town));
        }
        if (random.nextInt(10) < 7) {
            actor.thing(FOAF.homepage.asNode(), NodeFactory.createURI("https://actor-" + n + ".example.org/"));
        }
        actor.record();
    }

    private void writeSolution(StreamRDF out, int n) {
        Document solution = new Document(out, "solution", solutionSlug(n));
        Node region = often(regions);
        Set<Node> about = several(1 + random.nextInt(3), i -> often(themes));
        Node theme = about.iterator().next();
        int idea = random.nextInt(GeneratedWords.IDEAS);
        int purpose = random.nextInt(GeneratedWords.PURPOSES);
        solution.thing(RDF.type.asNode(), ATLAS.Solution);
        for (String language : languages(region)) {
            String place = label(region, language);
            solution.thing(DCTerms.title.asNode(), text(GeneratedWords.title(language, idea, place, n), language));
            solution.thing(
                    DCTerms.description.asNode(),
                    text(GeneratedWords.text(language, idea, purpose, label(theme, language), place, n), language));
        }
        about.forEach(one -> solution.thing(DCAT.theme.asNode(), one));
        String own = languages(region).iterator().next();
        several(1 + random.nextInt(3), i -> text(GeneratedWords.keyword(own, random.nextInt(12)), own))
                .forEach(word -> solution.thing(DCAT.keyword.asNode(), word));
        several(1 + random.nextInt(2), i -> oftenActor()).forEach(actor -> solution.thing(ATLAS.provider, actor));
        several(random.nextInt(4), i -> oftenActor()).forEach(actor -> solution.thing(ATLAS.adopter, actor));
        solution.thing(DCTerms.spatial.asNode(), region);
        solution.thing(ATLAS.status, shared("status/" + any(STATUS)));
        solution.thing(ATLAS.statusAsOf, year(2022 + random.nextInt(5)));
        if (random.nextInt(10) < 7) {
            solution.thing(ATLAS.startYear, year(2012 + random.nextInt(12)));
        }
        if (random.nextInt(10) < 4) {
            solution.thing(ATLAS.funding, text(GeneratedWords.funding(own), own));
        }
        if (n > 0 && random.nextInt(10) == 0) {
            solution.thing(ATLAS.buildsOn, iris.thing("solution", solutionSlug(random.nextInt(n))));
        }
        if (random.nextInt(10) < 8) {
            solution.thing(DCAT.landingPage.asNode(), NodeFactory.createURI("https://www.example.org/solution/" + n));
        }
        if (random.nextInt(10) < 2) {
            solution.thing(
                    SchemaDO.codeRepository.asNode(), NodeFactory.createURI("https://code.example.org/solution/" + n));
            solution.thing(
                    DCTerms.license.asNode(), NodeFactory.createURI("http://spdx.org/licenses/" + any(LICENCES)));
        }
        solution.record();
    }

    /** One document being written. */
    private final class Document {
        private final StreamRDF out;
        private final Node document;
        private final Node thing;

        Document(StreamRDF out, String kind, String slug) {
            this.out = out;
            this.document = iris.document(kind, slug);
            this.thing = iris.thing(kind, slug);
        }

        void thing(Node property, Node value) {
            add(thing, property, value);
        }

        private void add(Node subject, Node property, Node value) {
            out.quad(Quad.create(document, subject, property, value));
            quads++;
        }

        void record() {
            add(document, RDF.type.asNode(), DCAT.CatalogRecord.asNode());
            add(document, FOAF.primaryTopic.asNode(), thing);
            for (int i = 0; i <= random.nextInt(2); i++) {
                add(
                        document,
                        DCTerms.source.asNode(),
                        NodeFactory.createURI("https://news.example.org/" + quads + "/"
                                + GeneratedWords.place(random.nextInt(1000))));
            }
            add(document, ATLAS.confidence, NodeFactory.createLiteralString(random.nextInt(3) > 0 ? "high" : "medium"));
            add(
                    document,
                    DCTerms.issued.asNode(),
                    NodeFactory.createLiteralDT(
                            FIRST_DAY.plusDays(random.nextInt(DAYS)).toString(), XSDDatatype.XSDdate));
        }
    }

    /** The region's own language, English, and at times the others. */
    private Set<String> languages(Node region) {
        Set<String> languages = new LinkedHashSet<>();
        languages.add(
                switch (region.getURI().substring(Iris.NUTS.length(), Iris.NUTS.length() + 2)) {
                    case "PL" -> "pl";
                    case "CZ" -> "cs";
                    default -> "de";
                });
        languages.add("en");
        if (random.nextInt(4) == 0) {
            languages.addAll(List.of("de", "pl", "cs"));
        }
        return languages;
    }

    private <T> Set<T> several(int number, IntFunction<T> maker) {
        Set<T> made = new LinkedHashSet<>();
        for (int i = 0; i < number; i++) {
            made.add(maker.apply(i));
        }
        return made;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Any one, the first ones more often. */
    private <T> T often(List<T> list) {
        return list.get(skewed(list.size()));
    }

    private Node oftenActor() {
        return iris.thing("actor", actorSlug(skewed(actors)));
    }

    /** 0 to below a bound; the half of all falls into the first quarter. */
    private int skewed(int bound) {
        double uniform = random.nextDouble();
        return (int) (uniform * uniform * bound);
    }

    private String label(Node concept, String language) {
        Map<String, String> all = labels.getOrDefault(concept, Map.of());
        return all.getOrDefault(language, all.getOrDefault("en", "?"));
    }

    private static Node text(String text, String language) {
        return NodeFactory.createLiteralLang(text, language);
    }

    private static Node year(int year) {
        return NodeFactory.createLiteralDT(Integer.toString(year), XSDDatatype.XSDgYear);
    }

    private static Node shared(String path) {
        return NodeFactory.createURI(Iris.SHARED + path);
    }
}
