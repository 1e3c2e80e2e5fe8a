package eu.solutionatlas.reconcile;

import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.search.Background;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SchemaDO;

/** The values of properties of one thing. */
final class Facts {
    private static final int LENGTH_OF_COUNTRY = 2;

    private final Things things;
    private final Entity entity;
    private final Graph graph;
    private final Description said;

    Facts(Things things, Entity entity) {
        this.things = things;
        this.entity = entity;
        this.graph = entity.facts().get();
        this.said = new Description(graph, entity.thing());
    }

    /**
     * The values of a property; none where it is not known, or the property is none of the thing's type.
     *
     * @param language that texts are wanted in, if they are there in it
     */
    List<Value> of(Property property, String language) {
        if (!property.isOf(entity.kind())) {
            return List.of();
        }
        return switch (property) {
            case NAME -> text(entity.names(), language);
            case DESCRIPTION -> text(entity.text(), language);
            case IRI -> List.of(new Value.Text(entity.thing().getURI()));
            case KIND -> linked(said.things(ATLAS.actorKind));
            case REGION -> linked(regions());
            case COUNTRY -> linked(countries());
            case TOWN -> texts(SchemaDO.addressLocality.asNode());
            case HOMEPAGE ->
                addresses(entity.kind() == Kind.ACTOR ? FOAF.homepage.asNode() : DCAT.landingPage.asNode());
            case MEMBER_OF -> linked(said.things(ORG.memberOf));
            case THEME -> linked(said.things(DCAT.theme));
            case PROVIDER -> linked(said.things(ATLAS.provider));
            case ADOPTER -> linked(said.things(ATLAS.adopter));
            case STATUS -> linked(said.things(ATLAS.status));
            case STATUS_AS_OF -> texts(ATLAS.statusAsOf);
            case START_YEAR ->
                texts(ATLAS.startYear).stream().map(Facts::number).toList();
            case SOURCE_CODE -> addresses(SchemaDO.codeRepository.asNode());
            case LICENCE -> addresses(DCTerms.license.asNode());
            case HUB -> hub(language);
            case ENTERED -> days(DCTerms.issued.asNode());
            case MODIFIED -> days(DCTerms.modified.asNode());
            case CODE -> List.of(new Value.Text(Background.value(entity.thing())));
            case LEVEL ->
                List.of(new Value.Number(Background.value(entity.thing()).length() - LENGTH_OF_COUNTRY));
            case BROADER -> linked(broader());
        };
    }

    /** Where it is: the region itself, of a region. */
    List<Node> regions() {
        return entity.kind() == Kind.REGION ? List.of(entity.thing()) : said.things(DCTerms.spatial);
    }

    /** Two-letter codes of the countries that it is in. */
    List<String> countryCodes() {
        return regions().stream()
                .map(Node::getURI)
                .filter(iri -> iri.startsWith(Iris.NUTS) && iri.length() >= Iris.NUTS.length() + LENGTH_OF_COUNTRY)
                .map(iri -> iri.substring(Iris.NUTS.length(), Iris.NUTS.length() + LENGTH_OF_COUNTRY))
                .distinct()
                .toList();
    }

    private List<Node> countries() {
        return countryCodes().stream()
                .map(code -> NodeFactory.createURI(Iris.NUTS + code))
                .toList();
    }

    private List<Node> broader() {
        return things.scheme(entity.kind())
                .map(Scheme::hierarchy)
                .map(hierarchy -> hierarchy.broader(entity.thing()))
                .orElse(List.of());
    }

    private List<Value> hub(String language) {
        return entity.hub()
                .map(hub -> NodeFactory.createURI(things.ids().iris().base() + "id/hub/" + hub))
                .map(hub -> things.namesOf(graph, hub)
                        .in(language, Background.value(hub))
                        .text())
                .<List<Value>>map(name -> List.of(new Value.Text(name)))
                .orElse(List.of());
    }

    private static List<Value> text(Labels labels, String language) {
        return labels.in(language)
                .<List<Value>>map(label -> List.of(new Value.Text(label.text())))
                .orElse(List.of());
    }

    private List<Value> linked(Collection<Node> nodes) {
        return nodes.stream()
                .<Value>map(node -> new Value.Thing(things.ids().ofLinked(node), things.namesOf(graph, node)))
                .toList();
    }

    private List<Value> addresses(Node property) {
        return said.things(property).stream()
                .<Value>map(page -> new Value.Text(page.getURI()))
                .toList();
    }

    private List<Value> texts(Node property) {
        return said.texts(property).stream()
                .<Value>map(label -> new Value.Text(label.text()))
                .toList();
    }

    private static Value number(Value value) {
        if (value instanceof Value.Text year && year.text().matches("[0-9]{1,9}")) {
            return new Value.Number(Long.parseLong(year.text()));
        }
        return value;
    }

    /** Of the record, which is all in the facts that has such dates. */
    private List<Value> days(Node property) {
        return graph.find(Node.ANY, property, Node.ANY).mapWith(Triple::getObject).toList().stream()
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .flatMap(text -> day(text).stream())
                .sorted()
                .<Value>map(Value.Day::new)
                .toList();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.substring(0, Math.min(text.length(), 10))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
