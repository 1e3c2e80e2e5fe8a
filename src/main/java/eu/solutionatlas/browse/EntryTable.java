package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.search.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;

/** A list as a table, with names in one language. */
final class EntryTable {
    private static final List<String> FIRST = List.of("iri", "page", "title", "title_language", "summary");
    private static final List<String> LAST = List.of("entered", "changed", "hub", "hub_iri");

    /**
     * The hub whose program this is.
     *
     * @param name in the language of the table
     */
    record Hub(Iris iris, String name) {}

    private final List<Column> columns;
    private final Names names;
    private final Hub own;
    private final String language;

    /** @param names of concepts, regions and hubs */
    EntryTable(List<Column> columns, Names names, Hub own, String language) {
        this.columns = columns;
        this.names = names;
        this.own = own;
        this.language = language;
    }

    /** The names of the columns. */
    List<String> head() {
        List<String> head = new ArrayList<>(FIRST);
        columns.forEach(column -> head.add(column.name()));
        head.addAll(LAST);
        return head;
    }

    /** The columns that have numbers, counted from nothing. */
    Set<Integer> numbers() {
        return IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).form() == Column.Form.YEAR)
                .mapToObj(column -> FIRST.size() + column)
                .collect(Collectors.toSet());
    }

    /** The cells of an entry. */
    List<String> row(Hit hit) {
        Graph gist = hit.gist();
        Label title = hit.title().in(language, hit.thing().getURI());
        List<String> row = new ArrayList<>(List.of(
                hit.thing().getURI(),
                hit.document().getURI(),
                title.text(),
                title.language(),
                hit.text().in(language).map(Label::text).orElse("")));
        columns.forEach(column -> row.add(cell(gist, hit.thing(), column)));
        row.add(text(gist, DCTerms.issued.asNode()));
        row.add(text(gist, DCTerms.modified.asNode()));
        Optional<Node> hub = Topic.hubOf(own.iris(), hit.document()).map(id -> Origin.hub(own.iris(), id));
        row.add(hub.map(partner -> names.of(partner)
                        .in(language, Background.value(partner))
                        .text())
                .orElse(own.name()));
        row.add(hub.map(Node::getURI).orElse(own.iris().base() + "id/hub"));
        return row;
    }

    private String cell(Graph gist, Node thing, Column column) {
        return gist.find(thing, column.property(), Node.ANY).mapWith(Triple::getObject).toList().stream()
                // Names and codes of the same things come in the same order.
                .sorted(Comparator.comparing(Node::toString))
                .map(value -> written(gist, value, column.form()))
                .collect(Collectors.joining("; "));
    }

    private String written(Graph gist, Node value, Column.Form form) {
        if (value.isLiteral()) {
            return value.getLiteralLexicalForm();
        }
        return switch (form) {
            case NAME -> name(gist, value);
            case CODE -> Background.value(value);
            case IRI, TEXT, YEAR -> value.toString();
        };
    }

    private String name(Graph gist, Node thing) {
        Labels known = names.of(thing);
        Labels labels = known.isEmpty() ? Labels.of(gist, thing, FOAF.name.asNode()) : known;
        return labels.in(language, thing.toString()).text();
    }

    /** The dates of the record, which is all in it that has any. */
    private static String text(Graph gist, Node property) {
        return String.join(
                "; ",
                gist.find(Node.ANY, property, Node.ANY)
                        .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                        .toList());
    }
}
