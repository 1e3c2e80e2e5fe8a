package eu.solutionatlas.dump.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Node;

/**
 * A column of a table.
 *
 * @param name in the head of the table
 * @param type of its values
 * @param property that the values come from; empty for what is worked out
 * @param language of its texts, a BCP 47 tag; empty for what is no text or in any language
 * @param many whether a cell may have several values
 * @param required whether every row has a value
 * @param english what it holds, in plain words; empty where the property says it all
 * @param german the same in German
 * @param values of a row
 */
public record Column(
        String name,
        Type type,
        Optional<Node> property,
        Optional<String> language,
        boolean many,
        boolean required,
        String english,
        String german,
        Function<Row, List<String>> values) {
    /** Between the values of a cell that has several. */
    public static final String SEPARATOR = "; ";

    /** What values are. */
    public enum Type {
        TEXT("string"),
        IRI("anyURI"),
        YEAR("gYear"),
        DATE("date"),
        TRUTH("boolean"),
        NUMBER("integer");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** The name of the datatype in CSVW, which is that of XML Schema. */
        public String code() {
            return code;
        }
    }

    static Column of(String name, Type type, Node property, Function<Row, List<String>> values) {
        return new Column(name, type, Optional.of(property), Optional.empty(), false, false, "", "", values);
    }

    Column in(String tag) {
        return new Column(name, type, property, Optional.of(tag), many, required, english, german, values);
    }

    Column asMany() {
        return new Column(name, type, property, language, true, required, english, german, values);
    }

    Column always() {
        return new Column(name, type, property, language, many, true, english, german, values);
    }

    Column worked(String inEnglish, String inGerman) {
        return new Column(name, type, property, language, many, required, inEnglish, inGerman, values);
    }

    /** The cell of a row. A separator inside a value would part it in two, so it becomes a comma there, and is encoded in an IRI. */
    String cell(Row row) {
        List<String> all = values.apply(row);
        if (!many) {
            return all.isEmpty() ? "" : all.getFirst();
        }
        String instead = type == Type.IRI ? "%3B" : ",";
        return String.join(
                SEPARATOR,
                all.stream().map(value -> value.replace(";", instead)).toList());
    }
}
