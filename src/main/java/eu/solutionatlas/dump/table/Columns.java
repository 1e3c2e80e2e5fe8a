package eu.solutionatlas.dump.table;

import eu.solutionatlas.dump.table.Column.Type;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** Kinds of columns that several tables have. */
final class Columns {
    private final Iris iris;

    Columns(Iris iris) {
        this.iris = iris;
    }

    /** The key of most tables. */
    Column iri() {
        return plain("iri", Type.IRI, row -> List.of(row.thing().toString()))
                .always()
                .worked(
                        "The lasting name of the thing, an IRI. Other tables name it by this.",
                        "Der dauerhafte Name der Sache, eine IRI. Andere Tabellen nennen sie so.");
    }

    Column page() {
        return plain("page", Type.IRI, row -> List.of(pageOf(row.thing())))
                .always()
                .worked("The page of this catalogue about it.", "Die Seite dieses Katalogs darüber.");
    }

    private String pageOf(Node thing) {
        return iris.pathOf(thing.getURI())
                .map(path -> iris.base() + path.substring(1))
                .orElse(thing.getURI());
    }

    /** The last part of an IRI. */
    static String code(Node node) {
        String iri = node.toString();
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }

    static Column plain(String name, Type type, Function<Row, List<String>> values) {
        return new Column(name, type, Optional.empty(), Optional.empty(), false, false, "", "", values);
    }

    /** What it is called, in the first language that it has a name in, and then in each language. */
    static List<Column> names(String name, Node property) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(
                        name,
                        Type.TEXT,
                        property,
                        row -> List.of(Labels.of(row.graph(), row.thing(), property)
                                .in("en", row.thing().toString())
                                .text()))
                .always()
                .worked(
                        "Its name in the first of these languages that it has one in: English, German, Polish, Czech,"
                                + " any other.",
                        "Ihr Name in der ersten dieser Sprachen, in der sie einen hat: Englisch, Deutsch, Polnisch,"
                                + " Tschechisch, jede andere."));
        columns.addAll(texts(name, property));
        return columns;
    }

    /** A text in each language. */
    static List<Column> texts(String name, Node property) {
        return Labels.FALLBACK.stream()
                .map(language -> Column.of(
                                name + "_" + language, Type.TEXT, property, row -> row.text(property, language))
                        .in(language))
                .toList();
    }

    /** Any number of words in each language. */
    static List<Column> words(String name, Node property) {
        return Labels.FALLBACK.stream()
                .map(language -> Column.of(
                                name + "_" + language,
                                Type.TEXT,
                                property,
                                row -> row.values(row.thing(), property)
                                        .filter(value -> value.isLiteral()
                                                && value.getLiteralLanguage().equalsIgnoreCase(language))
                                        .map(Node::getLiteralLexicalForm)
                                        .toList())
                        .in(language)
                        .asMany())
                .toList();
    }

    /** Concepts: their codes, and their names in each language, in the same order. */
    static List<Column> concepts(String code, String name, Node property, boolean many) {
        List<Column> columns = new ArrayList<>();
        columns.add(many(
                Column.of(
                                code,
                                Type.TEXT,
                                property,
                                row -> row.values(row.thing(), property)
                                        .map(Columns::code)
                                        .toList())
                        .worked("Code: the last part of the IRI.", "Kürzel: der letzte Teil der IRI."),
                many));
        Labels.FALLBACK.forEach(language -> columns.add(many(
                Column.of(
                                name + "_" + language,
                                Type.TEXT,
                                property,
                                row -> row.values(row.thing(), property)
                                        .map(value -> row.name(value, language))
                                        .toList())
                        .in(language)
                        .worked(
                                "Name, in the order of the codes; in another language where there is none in this one.",
                                "Name, in der Reihenfolge der Kürzel; in einer anderen Sprache, wo er in dieser fehlt."),
                many)));
        return columns;
    }

    /** Other entries: their IRIs and their names, in the same order. */
    static List<Column> entries(String name, Node property) {
        return List.of(
                many(
                        Column.of(name + "_iri", Type.IRI, property, row -> iris(row, property))
                                .worked("IRI.", "IRI."),
                        true),
                many(
                        Column.of(
                                        name,
                                        Type.TEXT,
                                        property,
                                        row -> row.values(row.thing(), property)
                                                .map(value -> row.name(value, "en"))
                                                .toList())
                                .worked("Name, in the order of the IRIs.", "Name, in der Reihenfolge der IRIs."),
                        true));
    }

    private static Column many(Column column, boolean many) {
        return many ? column.asMany() : column;
    }

    private static List<String> iris(Row row, Node property) {
        return row.values(row.thing(), property).map(Node::toString).toList();
    }

    /** Web addresses and other IRIs. */
    static Column links(String name, Node property) {
        return Column.of(name, Type.IRI, property, row -> iris(row, property)).asMany();
    }

    /** A plain value of the thing. */
    static Column value(String name, Type type, Node property) {
        return Column.of(name, type, property, row -> literals(row, row.thing(), property));
    }

    private static List<String> literals(Row row, Node subject, Node property) {
        return row.values(subject, property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    /** What is said of the entry rather than of the thing. */
    static List<Column> record() {
        return List.of(
                Column.of(
                                "sources",
                                Type.IRI,
                                DCTerms.source.asNode(),
                                row -> row.values(row.record(), DCTerms.source.asNode())
                                        .map(Node::toString)
                                        .toList())
                        .asMany(),
                Column.of(
                        "confidence",
                        Type.TEXT,
                        ATLAS.confidence,
                        row -> literals(row, row.record(), ATLAS.confidence)),
                date("entered", DCTerms.issued.asNode()),
                date("changed", DCTerms.modified.asNode())
                        .worked(
                                "When it was last changed, where whoever wrote it says so. The hub's own record of changes is"
                                        + " at /changes.",
                                "Wann er zuletzt geändert wurde, wenn es dasteht. Was der Hub selbst über Änderungen weiß,"
                                        + " steht unter /changes."));
    }

    /** Some records say the time of day as well. */
    private static Column date(String name, Node property) {
        return Column.of(
                name,
                Type.DATE,
                property,
                row -> literals(row, row.record(), property).stream()
                        .map(text -> text.length() > 10 ? text.substring(0, 10) : text)
                        .toList());
    }
}
