package eu.solutionatlas.command;

import eu.solutionatlas.demo.DemoNetwork;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What the demonstration says when it is ready. */
final class DemoWords {
    private record Try(String question, String query) {}

    private static final String PREFIXES = "PREFIX atlas: <https://w3id.org/solution-atlas/ns#>"
            + " PREFIX dct: <http://purl.org/dc/terms/> PREFIX dcat: <http://www.w3.org/ns/dcat#>"
            + " PREFIX foaf: <http://xmlns.com/foaf/0.1/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
            + " PREFIX theme: <https://w3id.org/solution-atlas/theme/>";

    private static final List<Try> QUERIES = List.of(
            new Try(
                    "Who has solved something about energy, at whichever hub?",
                    "SELECT DISTINCT ?solution ?title { ?solution a atlas:Solution ; dct:title ?title ;"
                            + " dcat:theme/skos:broader* theme:energy FILTER(lang(?title) = \"en\") } ORDER BY ?title"),
            new Try(
                    "How many solutions are there on each theme, at all hubs together? The first ten.",
                    "SELECT ?theme (COUNT(?solution) AS ?solutions) { ?solution a atlas:Solution ; dcat:theme ?concept ."
                            + " ?concept skos:prefLabel ?theme FILTER(lang(?theme) = \"en\") } GROUP BY ?theme"
                            + " ORDER BY DESC(?solutions) LIMIT 10"),
            new Try(
                    "Which actors are at more than one hub, by name?",
                    "SELECT ?name (COUNT(DISTINCT ?actor) AS ?hubs) { SERVICE <urn:hubs:all> { ?actor a atlas:Actor ;"
                            + " foaf:name ?name } } GROUP BY ?name HAVING (COUNT(DISTINCT ?actor) > 1)"
                            + " ORDER BY DESC(?hubs) ?name"));

    private DemoWords() {}

    static void print(DemoNetwork network, PrintWriter out) {
        Map<String, String> hubs = network.addresses();
        out.println();
        hubs.forEach((id, address) -> out.println("  " + id + "  " + address
                + (id.equals("silesia") ? "ds  (a stand-alone Fuseki, nothing to look at)" : "federation")));
        String endpoint = hubs.values().iterator().next() + "federation/sparql";
        out.println();
        out.println("Three questions to all of them, for a terminal (or paste the query at " + endpoint + "):");
        for (Try one : QUERIES) {
            out.println();
            out.println("# " + one.question());
            out.println("curl " + endpoint + " -H 'Accept: text/csv' --data-urlencode 'query=" + PREFIXES + " "
                    + one.query() + "'");
        }
        out.println();
        out.println("End one of the hubs and ask again, with  --data-urlencode on-failure=stale  as well.");
        out.println("Ctrl-C ends the demonstration.");
        out.flush();
    }
}
