package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Prefixes;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.util.FmtUtils;

/** A list as a SPARQL query that finds the same entries, written for people to go on from. */
record ListQuery(Selection selection, Vocabulary vocabulary, Iris iris, String language) {
    private static final String PREFIXES = """
            PREFIX atlas: <%s>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX org: <http://www.w3.org/ns/org#>
            PREFIX schema: <https://schema.org/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    String text() {
        String title = Prefixes.shorten(selection.catalogue().title().getURI());
        StringBuilder where = new StringBuilder();
        where.append("  ?entry a ")
                .append(Prefixes.shorten(selection.catalogue().type().getURI()))
                .append(" ; ")
                .append(title)
                .append(" ?any .\n");
        if (!selection.text().isEmpty()) {
            where.append("  ?entry atlas:matches ")
                    .append(FmtUtils.stringForNode(NodeFactory.createLiteralLang(selection.text(), language)))
                    .append(" .\n");
        }
        selection.chosen().forEach((key, values) -> where.append(condition(key, values)));
        where.append("  OPTIONAL { ?entry ")
                .append(title)
                .append(" ?own FILTER (lang(?own) = \"")
                .append(language)
                .append("\") }\n");
        String body = where.toString();
        String prefixes = PREFIXES.formatted(ATLAS.NS)
                .lines()
                .filter(line -> body.contains(line.substring("PREFIX ".length(), line.indexOf(':') + 1)))
                .collect(Collectors.joining("\n"));
        return prefixes + "\nSELECT ?entry (COALESCE(MIN(?own), MIN(?any)) AS ?title) WHERE {\n" + body
                + "} GROUP BY ?entry ORDER BY ?title\n";
    }

    private String condition(FacetKey key, SortedSet<String> values) {
        return switch (key) {
            case THEME -> things(key, values, "dcat:theme/skos:broader*", "?theme");
            case REGION ->
                things(key, values, selection.itself() ? "dct:spatial" : "dct:spatial/skos:broader*", "?region");
            case STATUS -> things(key, values, "atlas:status", "?status");
            case KIND -> things(key, values, "atlas:actorKind", "?kind");
            case PROVIDER -> things(key, values, "atlas:provider", "?provider");
            case ADOPTER -> things(key, values, "atlas:adopter", "?adopter");
            case BUILDS_ON -> things(key, values, "atlas:buildsOn", "?base");
            case NETWORK -> things(key, values, "org:memberOf", "?network");
            case YEAR -> "  ?entry atlas:startYear ?year FILTER (str(?year) IN (" + quoted(values) + "))\n";
            case LANGUAGE ->
                "  FILTER EXISTS { ?entry "
                        + Prefixes.shorten(selection.catalogue().title().getURI())
                        + "|dct:description ?text FILTER (lcase(lang(?text)) IN (" + quoted(values) + ")) }\n";
            case CODE -> "  FILTER EXISTS { ?entry schema:codeRepository ?code FILTER isIRI(?code) }\n";
            case HUB -> hub(values);
        };
    }

    /** Entries of this hub are known by their IRIs, copied ones by what their graphs say of themselves. */
    private String hub(SortedSet<String> values) {
        String own = "strstarts(str(?entry), \"" + iris.base() + "id/\")";
        String partners = values.stream()
                .filter(value -> !value.equals(Catalogue.THIS_HUB))
                .map(value -> "<" + Origin.hub(iris, value).getURI() + ">")
                .collect(Collectors.joining(" "));
        String type = Prefixes.shorten(selection.catalogue().type().getURI());
        String copied =
                "VALUES ?hub { " + partners + " } GRAPH ?copy { ?copy dct:publisher ?hub . ?entry a " + type + " }";
        if (partners.isEmpty()) {
            return "  FILTER " + own + "\n";
        }
        return values.contains(Catalogue.THIS_HUB)
                ? "  FILTER (" + own + " || EXISTS { " + copied + " })\n"
                : "  " + copied + "\n";
    }

    private String things(FacetKey key, SortedSet<String> values, String path, String variable) {
        String list = values.stream()
                .flatMap(value -> vocabulary.thing(key, value, iris).stream())
                .map(thing -> "<" + thing.getURI() + ">")
                .collect(Collectors.joining(" "));
        return "  VALUES " + variable + " { " + list + " }\n  ?entry " + path + " " + variable + " .\n";
    }

    private static String quoted(SortedSet<String> values) {
        return values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", "));
    }
}
