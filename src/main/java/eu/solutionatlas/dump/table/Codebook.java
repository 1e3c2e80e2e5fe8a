package eu.solutionatlas.dump.table;

import eu.solutionatlas.rdf.Prefixes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.jena.graph.Node;

/** What each column of the tables and each term of the data means, in plain words and in English and German. */
public final class Codebook {
    private Codebook() {}

    /** As a table: first the columns, then the terms. */
    public static String csv(List<Table> tables, Words words) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            printer.printRecord(
                    "table",
                    "column",
                    "datatype",
                    "several_values",
                    "language",
                    "property",
                    "meaning_en",
                    "meaning_de");
            for (Table table : tables) {
                for (Column column : table.columns()) {
                    printer.printRecord(
                            table.name(),
                            column.name(),
                            column.type().code(),
                            column.many(),
                            column.language().orElse(""),
                            column.property().map(Node::getURI).orElse(""),
                            words.english(column),
                            words.german(column));
                }
            }
            for (Node term : words.terms()) {
                printer.printRecord(
                        "", "", "", "", "", term.getURI(), meaning(words, term, "en"), meaning(words, term, "de"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** A table with what a row of it is, and its columns. */
    public record TableWords(String name, String meaning, List<ColumnWords> columns) {}

    /**
     * A column.
     *
     * @param kind of its values, and their language where they have one
     * @param many whether a cell may have several values
     */
    public record ColumnWords(String name, String kind, boolean many, String meaning) {}

    /** For a page, in German or else in English. */
    public static List<TableWords> words(List<Table> tables, Words words, boolean german) {
        return tables.stream()
                .map(table -> new TableWords(
                        table.name(),
                        german ? table.german() : table.english(),
                        table.columns().stream()
                                .map(column -> new ColumnWords(
                                        column.name(),
                                        column.type().code()
                                                + column.language()
                                                        .map(language -> ", " + language)
                                                        .orElse(""),
                                        column.many(),
                                        german ? words.german(column) : words.english(column)))
                                .toList()))
                .toList();
    }

    private static String meaning(Words words, Node term, String language) {
        return (words.label(term, language) + ". " + words.comment(term, language)).strip();
    }

    /** For reading. */
    public static String markdown(List<Table> tables, Words words) {
        StringBuilder text = new StringBuilder("# Codebook\n");
        for (Table table : tables) {
            text.append("\n## ").append(table.fileName()).append("\n");
            text.append(table.english()).append(" *").append(table.german()).append("*\n\n");
            text.append("| Column | Holds | Was darin steht |\n|---|---|---|\n");
            for (Column column : table.columns()) {
                text.append("| `")
                        .append(column.name())
                        .append("` (")
                        .append(kind(column))
                        .append(") | ");
                text.append(cell(words.english(column))).append(" | ");
                text.append(cell(words.german(column))).append(" |\n");
            }
        }
        text.append("\n## Properties and classes\n| Term | Means | Bedeutet |\n|---|---|---|\n");
        for (Node term : words.terms()) {
            text.append("| `").append(Prefixes.shorten(term.getURI())).append("` | ");
            text.append(cell(meaning(words, term, "en"))).append(" | ");
            text.append(cell(meaning(words, term, "de"))).append(" |\n");
        }
        return text.toString();
    }

    private static String kind(Column column) {
        return column.type().code()
                + column.language().map(language -> ", " + language).orElse("")
                + (column.many() ? ", several" : "");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
