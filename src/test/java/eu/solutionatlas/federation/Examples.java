package eu.solutionatlas.federation;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.sparql.ExampleQueries;
import eu.solutionatlas.sparql.ExampleQuery;
import java.util.Map;
import java.util.TreeMap;

/** The example queries to many hubs that come with the program. */
final class Examples {
    private Examples() {}

    /** The text of each, by name. */
    static Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        for (ExampleQuery one :
                ExampleQueries.load(new Iris("http://localhost:8080/")).all()) {
            if (one.path().equals("/federation/sparql")) {
                all.put(one.name(), one.text());
            }
        }
        return all;
    }
}
