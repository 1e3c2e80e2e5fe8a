package eu.solutionatlas.sparql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/**
 * What a query can be made of: the classes and properties of the data and of the ontology, the most used first, and the
 * concepts of the vocabularies. Put together once for each data version.
 */
final class Terms {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Node ONTOLOGY = NodeFactory.createURI(Iris.SHARED + "ns");
    private static final String CLASS = "class";
    private static final String PROPERTY = "property";
    /** @param name as a query has it, in short where a prefix fits */
    private record Term(String name, String kind, Labels labels) {}

    private record Made(DataVersion version, List<Term> terms, Map<Language, byte[]> json) {}

    private final KnownSchemes schemes;
    private final Function<Snapshot, Figures> figures;
    private volatile @Nullable Made latest;

    /** @param figures of what the data has */
    Terms(KnownSchemes schemes, Function<Snapshot, Figures> figures) {
        this.schemes = schemes;
        this.figures = figures;
    }

    /** All of them as JSON, with their labels in the language of a frame. */
    byte[] json(Snapshot snapshot, Frame frame) {
        Made known = latest;
        if (known == null || !known.version().equals(snapshot.version())) {
            known = new Made(snapshot.version(), terms(snapshot), new ConcurrentHashMap<>());
            latest = known;
        }
        List<Term> terms = known.terms();
        return known.json().computeIfAbsent(frame.language(), language -> write(terms, frame));
    }

    private List<Term> terms(Snapshot snapshot) {
        Figures used = figures.apply(snapshot);
        Graph ontology = snapshot.graph(ONTOLOGY);
        Set<String> classes = new HashSet<>(used.byClass().keySet());
        Set<String> properties = new HashSet<>(used.byProperty().keySet());
        named(ontology).forEach(term -> {
            if (isClass(ontology, term)) {
                classes.add(term.getURI());
            } else if (!term.equals(ONTOLOGY)) {
                properties.add(term.getURI());
            }
        });
        List<Term> terms = new ArrayList<>();
        terms.addAll(terms(CLASS, classes, used.byClass(), ontology));
        terms.addAll(terms(PROPERTY, properties, used.byProperty(), ontology));
        schemes.at(snapshot)
                .forEach((kind, scheme) -> scheme.concepts().entrySet().stream()
                        .map(concept -> new Term(Prefixes.show(concept.getKey()), kind, concept.getValue()))
                        .sorted(Comparator.comparing(Term::name))
                        .forEach(terms::add));
        return List.copyOf(terms);
    }

    private static Stream<Node> named(Graph ontology) {
        return ontology.find(Node.ANY, RDFS.label.asNode(), Node.ANY).mapWith(Triple::getSubject).toSet().stream()
                .filter(Node::isURI);
    }

    private static boolean isClass(Graph ontology, Node term) {
        return ontology.contains(term, RDF.type.asNode(), OWL2.Class.asNode())
                || ontology.contains(term, RDF.type.asNode(), RDFS.Class.asNode());
    }

    private static List<Term> terms(String kind, Set<String> iris, Map<String, Long> used, Graph ontology) {
        return iris.stream()
                .sorted(Comparator.comparing((String iri) -> used.getOrDefault(iri, 0L))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .map(NodeFactory::createURI)
                .map(node -> new Term(Prefixes.show(node), kind, Labels.of(ontology, node, RDFS.label.asNode())))
                .toList();
    }

    private static byte[] write(List<Term> terms, Frame frame) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeObjectFieldStart("kinds");
            json.writeStringField(CLASS, frame.text("sparql.term.class"));
            json.writeStringField(PROPERTY, frame.text("sparql.term.property"));
            json.writeStringField("theme", frame.text("sparql.term.theme"));
            json.writeStringField("status", frame.text("sparql.term.status"));
            json.writeStringField("actor-kind", frame.text("sparql.term.actor-kind"));
            json.writeStringField("region", frame.text("sparql.term.region"));
            json.writeStringField("prefix", frame.text("sparql.term.prefix"));
            json.writeStringField("variable", frame.text("sparql.term.variable"));
            json.writeEndObject();
            json.writeObjectFieldStart("prefixes");
            for (Map.Entry<String, String> prefix : new TreeMap<>(Prefixes.ALL).entrySet()) {
                json.writeStringField(prefix.getKey(), prefix.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("terms");
            for (Term term : terms) {
                json.writeStartArray();
                json.writeString(term.name());
                json.writeString(term.kind());
                json.writeString(term.labels()
                        .in(frame.language().tag())
                        .map(Label::text)
                        .orElse(""));
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
