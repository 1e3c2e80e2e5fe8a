package eu.solutionatlas.dump.table;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Labels;
import java.util.List;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.Test;

class ColumnTest {
    private static final Row ROW = new Row(
            GraphFactory.createDefaultGraph(),
            DCTerms.title.asNode(),
            DCTerms.title.asNode(),
            DCTerms.title.asNode(),
            thing -> Labels.NONE);

    private static String cell(Column.Type type, String... values) {
        return Column.of("c", type, DCTerms.title.asNode(), row -> List.of(values))
                .asMany()
                .cell(ROW);
    }

    @Test
    void severalValues_canBePartedAgain() {
        assertThat(cell(Column.Type.TEXT, "one; two", "three")).isEqualTo("one, two; three");
    }

    @Test
    void addressWithASemicolon_isEncoded() {
        assertThat(cell(Column.Type.IRI, "https://town.example/heat;x=1?a=b&c=d"))
                .isEqualTo("https://town.example/heat%3Bx=1?a=b&c=d");
    }

    @Test
    void onlyValue_isToTheLetter() {
        assertThat(Column.of("c", Column.Type.TEXT, DCTerms.title.asNode(), row -> List.of("one; two"))
                        .cell(ROW))
                .isEqualTo("one; two");
    }
}
