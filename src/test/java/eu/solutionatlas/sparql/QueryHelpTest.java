package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.web.ProblemException;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the query pages do for people: say what became of a query, give it to other programs, link to it, mend it. */
class QueryHelpTest {
    private static final String ODD = """
            PREFIX dct: <http://purl.org/dc/terms/>
            # it's odd: "quoted", $HOME, `date`, %s, 100 %
            SELECT ?title ("a\\\\b\\"c'd\\n é" AS ?odd) WHERE {
              ?solution dct:title ?title .
              FILTER (?title = 'Smart meters'@en)
            }
            """;

    @TempDir
    static Path directory;

    private static SparqlHub hub;

    @BeforeAll
    static void start() {
        hub = SparqlHub.start("max-query-length", "2000");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    private static String page(String query) {
        return hub.get("/sparql?format=html&prefixes=known&query=" + SparqlHub.encode(query), "Accept", "text/html")
                .body();
    }

    private static String snippet(String title, String query) {
        return CopyAs.of("http://localhost:" + hub.port() + "/sparql", QueryFactory.create(query), query).stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static String whenRun(String program, String script) throws IOException, InterruptedException {
        Path file = Files.writeString(Files.createTempFile(directory, "snippet", ""), script, StandardCharsets.UTF_8);
        Path output = Files.createTempFile(directory, "output", "");
        ProcessBuilder builder = new ProcessBuilder(program, file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    @Test
    void curl_runsAsItStands() throws Exception {
        assertThat(whenRun("bash", snippet("curl", ODD)).replace("\r\n", "\n"))
                .isEqualTo("title,odd\nSmart meters,\"a\\b\"\"c'd\n é\"\n");
    }

    @Test
    void python_runsAsItStands() throws Exception {
        assertThat(whenRun("python3", snippet("Python", ODD)).strip())
                .isEqualTo("{'title': 'Smart meters', 'odd': 'a\\\\b\"c\\'d\\n é'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "Python"})
    void snippet_question_runsAsItStands(String title) throws Exception {
        String script = snippet(title, "ASK { ?s ?p 'none' }");

        assertThat(whenRun(title.equals("curl") ? "bash" : "python3", script)).contains("false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curl", "Python"})
    void snippet_graph_runsAsItStands(String title) throws Exception {
        String script = snippet(title, "CONSTRUCT WHERE { ?s <http://purl.org/dc/terms/isPartOf> ?o }");

        assertThat(whenRun(title.equals("curl") ? "bash" : "python3", script)).contains("tides");
    }

    @Test
    void csvLink_isTheSameAnswer() {
        String link = snippet("Excel, Power Query", ODD);
        HttpResponse<String> response = hub.get(link.substring(link.indexOf("/sparql")));

        assertThat(response.body()).contains("Smart meters");
    }

    @Test
    void link_opensTheQuery() {
        assertThat(hub.get("/sparql?q=" + QueryLink.of(ODD)).body()).contains("it's odd: \"quoted\", $HOME");
    }

    @Test
    void link_madeLongAgo_isStillRead() {
        assertThat(QueryLink.read("1IydxwuITEQFI8Yc7UvSALoVYbAwA", 2000)).isEqualTo("""
                PREFIX atlas: <https://w3id.org/solution-atlas/ns#>

                SELECT ?solution WHERE {
                  ?solution a atlas:Solution .
                }
                LIMIT 3""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2abc", "1", "1!!", "1IydxwuIT", "1IydxwuITEQFI8Yc7UvSALoVYbAwAAA", "x"})
    void link_damaged(String word) {
        assertThatThrownBy(() -> QueryLink.read(word, 2000))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().slug()).isEqualTo("malformed-link"));
    }

    @Test
    void link_growsWithoutEnd() {
        String bomb = QueryLink.of("#".repeat(10_000_000));

        assertThatThrownBy(() -> QueryLink.read(bomb, 2000))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(413));
    }

    @Test
    void page_knownPrefix_isDeclared() {
        assertThat(page("SELECT ?s { ?s dct:isPartOf ?o ; a atlas:Solution }"))
                .contains("Complete: 1 row.", "PREFIX dct: &lt;http://purl.org/dc/terms/&gt;");
    }

    @Test
    void page_unknownPrefix_isNamed() {
        assertThat(page("SELECT ?s { ?s nobody:knows ?o }")).contains("The prefix of nobody:knows is not declared.");
    }

    @Test
    void protocol_knownPrefix_isAsked() {
        assertThat(hub.query("SELECT ?s { ?s dct:isPartOf ?o }").body())
                .contains("begin the query with PREFIX dct: <http://purl.org/dc/terms/>");
    }

    @Test
    void page_noRows_saysWhichTermsDoNotOccur() {
        assertThat(page("SELECT * { ?s dct:tittle ?o ; a atlas:Solution }"))
                .contains("Complete: no rows.", "Does not occur in what was asked: http://purl.org/dc/terms/tittle")
                .doesNotContain("asked: https://w3id.org/solution-atlas/ns#Solution");
    }

    @Test
    void page_noRowsThoughAllOccurs_saysSo() {
        assertThat(page("SELECT * { ?s dct:title 'no such title' ; a atlas:Solution }"))
                .contains("Complete: no rows.", "but nowhere together");
    }

    @Test
    void form_exampleInTheLanguageOfItsReader() {
        assertThat(hub.get("/sparql?example=by-theme&lang=de", "Accept", "text/html")
                        .body())
                .contains("FILTER (lang(?theme) = \"de\")");
    }

    @Test
    void form_otherLanguage_keepsTheQuery() {
        assertThat(hub.get("/sparql?example=by-theme&lang=en", "Accept", "text/html")
                        .body())
                .contains("/sparql?example=by-theme&amp;lang=de");
        String link = "/sparql?q=" + QueryLink.of("ASK { ?s ?p 'kept' }");
        assertThat(hub.get(link + "&lang=en", "Accept", "text/html").body()).contains(link + "&amp;lang=de");
    }

    @Test
    void form_ofAQueryThatCannotBeRead_keepsItInTheOtherLanguages() {
        String broken = "ASK { 'broken' ";
        assertThat(page(broken)).contains("/sparql?q=" + QueryLink.of(broken) + "&amp;lang=de");
    }

    @Test
    void protocol_emptyQuery_isSaidToBe() {
        assertThat(hub.get("/sparql?query=").body()).contains("The query is empty.");
    }

    @Test
    void protocol_numberBeyondAll_isSaidToBeTooLarge() {
        assertThat(hub.query("SELECT * { ?s ?p ?o } LIMIT 99999999999999999999").body())
                .contains("The number 99999999999999999999 is too large here.");
    }

    @Test
    void page_countOfNothing_saysWhichTermsDoNotOccur() {
        assertThat(page("SELECT (COUNT(*) AS ?n) { ?s a atlas:Solutoin }"))
                .contains(
                        "Complete: 1 row.",
                        "Does not occur in what was asked: https://w3id.org/solution-atlas/ns#Solutoin");
    }

    @Test
    void page_sumThatIsNought_isAFinding() {
        assertThat(page("SELECT (SUM(0) AS ?n) { ?s a atlas:Solution }"))
                .contains("Complete: 1 row.")
                .doesNotContain("nowhere together");
    }

    @Test
    void page_oneCountOfTwoThatIsNought_isAFinding() {
        assertThat(page("SELECT (COUNT(?s) AS ?n) (COUNT(?none) AS ?m)"
                        + " { ?s a atlas:Solution OPTIONAL { ?s <urn:none> ?none } }"))
                .contains("Complete: 1 row.")
                .doesNotContain("Does not occur");
    }

    @Test
    void page_countOfSomething_looksForNothing() {
        assertThat(page("SELECT (COUNT(?s) AS ?n) { { ?s a atlas:Solution } UNION { ?s a <urn:none> } }"))
                .contains("Complete: 1 row.")
                .doesNotContain("Does not occur");
    }

    @Test
    void page_sameTripleOfSeveralSolutions_isOneRow() {
        assertThat(page("CONSTRUCT { <urn:s> a atlas:Catalogue } WHERE { ?s ?p ?o }"))
                .contains("Complete: 1 row.");
    }

    @Test
    void graph_sameTripleOfSeveralSolutions_isWrittenOnce() {
        assertThat(hub.query("CONSTRUCT { <urn:s> a <urn:c> } WHERE { ?s ?p ?o }", "Accept", "application/n-triples")
                        .body()
                        .lines())
                .hasSize(1);
    }

    @Test
    void page_graphOfAQueryWithALimit_doesNotSayThatItWasReached() {
        assertThat(page("CONSTRUCT { ?s a atlas:Catalogue } WHERE { ?s a atlas:Solution } LIMIT 300"))
                .contains("The query has a LIMIT, so there may be more.")
                .doesNotContain("as many as the LIMIT");
    }

    @Test
    void page_noTriples_saysSo() {
        assertThat(page("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o ; dct:tittle ?t }"))
                .contains("Complete: no rows.", "Does not occur in what was asked: http://purl.org/dc/terms/tittle");
    }

    @Test
    void page_asManyAsTheLimit_saysThatThereMayBeMore() {
        assertThat(page("SELECT * { ?s ?p ?o } LIMIT 2")).contains("2 rows, as many as the LIMIT");
    }

    @Test
    void page_timedOut_saysAfterHowLong() {
        String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o . ?p ?q ?r ."
                + " ?s ?t ?u . ?v ?w ?x . ?y ?z ?a1 . ?b1 ?c1 ?d1 . ?e1 ?f1 ?g1 . ?h1 ?i1 ?j1 }";

        assertThat(hub.get("/sparql?format=html&timeout=0.2&query=" + SparqlHub.encode(endless), "Accept", "text/html")
                        .body())
                .contains("Timed out after 1 s: nothing is shown", "longer than its limit of 200 ms.");
    }

    @ParameterizedTest
    @CsvSource({"de,Vollständig: keine Zeilen.", "pl,Komplet: brak wierszy.", "cs,Úplné: žádné řádky."})
    void page_noRows_inEachLanguage(String language, String words) {
        assertThat(hub.get("/sparql?format=html&lang=" + language + "&query="
                                + SparqlHub.encode("SELECT * { ?s <urn:none> ?o }"))
                        .body())
                .contains(words);
    }

    @Test
    void snippets_ofRows() {
        assertThat(CopyAs.of("http://hub.test/sparql", QueryFactory.create(ODD), ODD))
                .extracting(ResultPage.Snippet::title)
                .isEqualTo(List.of("curl", "Python", "R", "Excel, Power Query"));
    }
}
