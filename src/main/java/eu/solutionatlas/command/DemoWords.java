package eu.solutionatlas.command;

import eu.solutionatlas.demo.DemoNetwork;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.sparql.ExampleQueries;
import eu.solutionatlas.sparql.ExampleQuery;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What the demonstration says when it is ready. */
final class DemoWords {
    private static final List<String> QUERIES = List.of("01-theme", "02-themes-counted", "07-same-name");

    private DemoWords() {}

    static void print(DemoNetwork network, PrintWriter out) {
        Map<String, String> hubs = network.addresses();
        out.println();
        hubs.forEach((id, address) -> out.println("  " + id + "  " + address
                + (id.equals("silesia") ? "ds  (a stand-alone Fuseki, nothing to look at)" : "federation")
                + "  (process " + network.process(id).pid() + ")"));
        String endpoint = hubs.values().iterator().next() + "federation/sparql";
        out.println();
        out.println("Three questions to all of them, for a terminal (or paste the query at " + endpoint + "):");
        ExampleQueries examples =
                ExampleQueries.load(new Iris(hubs.values().iterator().next()));
        for (String name : QUERIES) {
            ExampleQuery example = examples.named(name).orElseThrow();
            out.println();
            out.println("# " + example.question().in("en", name).text());
            out.println("curl " + endpoint + " -H 'Accept: text/csv' --data-urlencode 'query=" + example.text() + "'");
        }
        out.println();
        out.println(
                "End one of the hubs (kill and its process) and ask again, with  --data-urlencode on-failure=stale  as well.");
        out.println("Ctrl-C ends the demonstration.");
        out.flush();
    }
}
