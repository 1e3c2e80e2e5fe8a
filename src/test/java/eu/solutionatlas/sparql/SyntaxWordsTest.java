package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of queries that people mistype. */
class SyntaxWordsTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "SELECT ?s WHERE { ?s ?p ?o | Line 1, column 26: The query ends too early",
                "SELEC ?s WHERE { ?s ?p ?o } | \"SELEC\" is nothing that can stand here",
                "SELECT * { ?s ?p \"open } | its closing quotation mark is missing",
                "SELECT * { ?s a foaf:Person } | begin the query with PREFIX foaf: <http://xmlns.com/foaf/0.1/>",
                "SELECT * { ?s a nowhere:Person } | The prefix of nowhere:Person is not declared.",
                "DELETE WHERE { ?s ?p ?o } | This endpoint is for reading",
                "SELECT * { ?s ?p ?o } } | Unexpected \"}\"."
            })
    void problem_saysWhatMostlyLiesBehindIt(String query, String words) {
        try (SparqlHub hub = SparqlHub.start()) {
            assertThat(hub.query(query).body().replace("\\\"", "\"")).contains(words);
        }
    }
}
