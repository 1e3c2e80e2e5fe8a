package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.store.Store;
import eu.solutionatlas.support.RawHttp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is cut is recognisable as cut: in the document, and on the wire. */
class CutAnswerTest {
    private static final String PATTERN = "{ ?s <http://hub.test/p> ?o }";
    private static final String SELECT = "SELECT * " + PATTERN;
    private static final String CONSTRUCT = "CONSTRUCT WHERE " + PATTERN;

    private static SparqlHub hub;

    @BeforeAll
    static void start() {
        hub = SparqlHub.over(many(), "max-rows", "20000", "max-graph-triples", "100");
    }

    private static Store many() {
        Store store = SparqlHub.sample();
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < 30_000; i++) {
            turtle.append("<http://hub.test/s")
                    .append(i / 3)
                    .append("> <http://hub.test/p> ")
                    .append(i)
                    .append(" .\n");
        }
        SparqlHub.put(store, "http://hub.test/solution/many", turtle.toString());
        return store;
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static RawHttp.Answer raw(String query, String accept, String... headers) {
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("Accept: " + accept), java.util.Arrays.stream(headers))
                .toArray(String[]::new);
        return RawHttp.get(hub.port(), "/sparql?query=" + SparqlHub.encode(query), all);
    }

    private static String query(String accept) {
        return accept.contains("sparql-results") || accept.startsWith("text/csv") || accept.contains("tab-sep")
                ? SELECT
                : CONSTRUCT;
    }

    /** The document inside of the chunks, up to where the connection broke. */
    private static String unchunk(String body) {
        StringBuilder document = new StringBuilder();
        for (int at = 0; at < body.length(); ) {
            int end = body.indexOf("\r\n", at);
            int size = end < 0 ? 0 : Integer.parseInt(body.substring(at, end), 16);
            if (size == 0) {
                break;
            }
            document.append(body, end + 2, Math.min(body.length(), end + 2 + size));
            at = end + 2 + size + 2;
        }
        return document.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values",
                "text/turtle",
                "application/n-triples",
                "application/trig",
                "application/n-quads"
            })
    void rowLimit_marksTheDocument(String accept) {
        RawHttp.Answer answer = raw(query(accept), accept);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(unchunk(answer.body()).lines())
                .as("the last lines of it")
                .anyMatch(line -> line.startsWith("## INCOMPLETE: The answer has more than 20000 rows")
                        && line.endsWith("http://hub.test/dump/catalogue.nq.gz"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values",
                "text/turtle",
                "application/n-triples"
            })
    void rowLimit_endsWithoutLastChunk(String accept) {
        String body = raw(query(accept), accept).body();
        assertThat(body).doesNotEndWith("0\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values",
                "text/turtle",
                "application/n-triples"
            })
    void rowLimit_clientSeesABrokenTransfer(String accept) {
        assertThatThrownBy(() -> hub.sendOrFail(
                        hub.request("/sparql?query=" + SparqlHub.encode(query(accept))), "Accept", accept))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource({"text/turtle", "application/n-triples", "application/trig", "application/n-quads"})
    void cutGraph_doesNotParse(String mediaType) {
        String document = unchunk(raw(CONSTRUCT, mediaType).body());
        Lang lang = RDFLanguages.contentTypeToLang(mediaType);
        assertThatThrownBy(() -> RDFParser.fromString(document, lang).toDatasetGraph())
                .isInstanceOf(RiotException.class);
    }

    @ParameterizedTest
    @CsvSource({"application/sparql-results+json", "application/sparql-results+xml", "text/tab-separated-values"})
    void cutRows_doNotParse(String mediaType) {
        String document = unchunk(raw(SELECT, mediaType).body());
        Lang lang = mediaType.endsWith("json")
                ? ResultSetLang.RS_JSON
                : mediaType.endsWith("xml") ? ResultSetLang.RS_XML : ResultSetLang.RS_TSV;
        assertThatThrownBy(() -> {
                    InputStream in = new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
                    var rows =
                            RowSetReaderRegistry.getFactory(lang).create(lang).read(in, Context.create());
                    rows.materialize();
                })
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void cutCsv_endsInAQuotationThatNeverCloses() {
        assertThat(unchunk(raw(SELECT, "text/csv").body())).endsWith("\n\"INCOMPLETE");
    }

    @Test
    void cutCompressed_marksTheDocumentAndBreaksTheStream() {
        RawHttp.Answer answer = raw(SELECT, "text/csv", "Accept-Encoding: gzip");
        assertThat(answer.header("Content-Encoding")).isEqualTo("gzip");
        byte[] bytes = unchunk(answer.body()).getBytes(StandardCharsets.ISO_8859_1);
        StringBuilder text = new StringBuilder();
        assertThatThrownBy(() -> {
                    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                        byte[] buffer = new byte[8192];
                        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                            text.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                        }
                    }
                })
                .isInstanceOf(IOException.class);
        assertThat(text).contains("## INCOMPLETE: ");
    }

    @Test
    void timeLimit_afterTheFirstByte() {
        String slow = "SELECT * { ?s <http://hub.test/p> ?o FILTER(?o < 20000 || regex(CONCAT(STR(?o), '"
                + "a".repeat(400) + "'), 'a*a*a*a*a*a*a*a*b')) }";
        RawHttp.Answer answer =
                RawHttp.get(hub.port(), "/sparql?timeout=2&query=" + SparqlHub.encode(slow), "Accept: text/csv");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(unchunk(answer.body())).contains("## INCOMPLETE: ");
    }

    @Test
    void byteLimit() {
        try (SparqlHub small = SparqlHub.over(many(), "max-megabytes", "1")) {
            RawHttp.Answer answer = RawHttp.get(
                    small.port(),
                    "/sparql?query=" + SparqlHub.encode(SELECT),
                    "Accept: application/sparql-results+xml");
            assertThat(unchunk(answer.body())).contains("## INCOMPLETE: The answer has more than 1 MiB.");
        }
    }

    @Test
    void rowLimit_beforeTheFirstByte_isAProblem() {
        try (SparqlHub small = SparqlHub.over(many(), "max-rows", "50")) {
            var answer = small.query(SELECT, "Accept", "text/csv");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("answer-too-large", "more than 50 rows");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/rdf+xml", "application/ld+json"})
    void formatThatCannotStream_hasAStatedCap(String accept) {
        var answer = hub.query(CONSTRUCT, "Accept", accept);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("more than 100 triples", "N-Triples");
    }

    @Test
    void exactlyTheLimit_isWhole() {
        var answer = hub.query(SELECT + " LIMIT 20000", "Accept", "text/csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body().lines()).hasSize(20_001);
    }
}
