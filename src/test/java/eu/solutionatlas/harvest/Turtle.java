package eu.solutionatlas.harvest;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Small catalogues as Turtle, with the IRIs of {@link HarvestBench#THEIRS}. */
final class Turtle {
    private static final String PREFIXES = """
            @prefix atlas: <https://w3id.org/solution-atlas/ns#> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix kind: <https://w3id.org/solution-atlas/actor-kind/> .
            @prefix nuts: <http://data.europa.eu/nuts/code/> .
            @prefix status: <https://w3id.org/solution-atlas/status/> .
            @prefix theme: <https://w3id.org/solution-atlas/theme/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix sol: <%1$sid/solution/> .
            @prefix rec: <%1$ssolution/> .

            """.formatted(HarvestBench.THEIRS);

    private Turtle() {}

    static String file(String... entries) {
        return PREFIXES + String.join("\n", entries);
    }

    /** As many solutions as asked for: s1, s2… */
    static String solutions(int number) {
        return PREFIXES
                + IntStream.rangeClosed(1, number)
                        .mapToObj(i -> solution("s" + i, "Solution " + i))
                        .collect(Collectors.joining("\n"));
    }

    static String solution(String slug, String title) {
        return """
                sol:%1$s a atlas:Solution ;
                    dct:title "%2$s"@en ;
                    dct:description "What it does, in a sentence that is long enough to be one."@en ;
                    dcat:theme theme:mobility ;
                    dct:spatial nuts:DED51 ;
                    atlas:status status:pilot ;
                    atlas:statusAsOf "2022"^^xsd:gYear .
                rec:%1$s a dcat:CatalogRecord ;
                    foaf:primaryTopic sol:%1$s ;
                    dct:source <https://source.example/%1$s> ;
                    atlas:confidence "high" ;
                    dct:issued "2026-11-24"^^xsd:date .
                """.formatted(slug, title);
    }
}
