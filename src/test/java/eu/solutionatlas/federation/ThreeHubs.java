package eu.solutionatlas.federation;

import eu.solutionatlas.support.TestHubs;
import java.nio.file.Path;
import java.util.Map;

/** Saxony, Bohemia and Silesia with a solution and a town each; Saxony knows the others. Nothing is copied. */
final class ThreeHubs {
    private ThreeHubs() {}

    static TestHubs start(Path directory) {
        TestHubs hubs = new TestHubs();
        hub(hubs, directory, "saxony", "DED2", "smart-parking", "Parken");
        hub(hubs, directory, "bohemia", "CZ051", "smart-parking", "Parkování");
        hub(hubs, directory, "silesia", "PL51", "energy", "Autobus");
        hubs.introduce("bohemia", "saxony", "CZ");
        hubs.introduce("silesia", "saxony", "PL51");
        return hubs;
    }

    private static void hub(TestHubs hubs, Path directory, String id, String region, String theme, String title) {
        hubs.add(
                id,
                Map.of("atlas.harvest.every", "0s"),
                TestHubs.file(directory.resolve(id), "solution.ttl", solution(region, theme, title)),
                TestHubs.file(directory.resolve(id), "actor.ttl", actor(id)));
    }

    private static String solution(String region, String theme, String title) {
        return """
                @prefix atlas: <https://w3id.org/solution-atlas/ns#> .
                @prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                <id/solution/one> a atlas:Solution ; dct:title "%s"@de ; dct:description "Etwas."@de ;
                    dcat:theme <https://w3id.org/solution-atlas/theme/%s> ; dct:spatial <http://data.europa.eu/nuts/code/%s> ;
                    atlas:provider <id/actor/town> ;
                    atlas:status <https://w3id.org/solution-atlas/status/in-operation> .
                <solution/one> a dcat:CatalogRecord ; foaf:primaryTopic <id/solution/one> ;
                    dct:source <https://source.example/> ; atlas:confidence "high" ; dct:issued "2026-11-24"^^xsd:date .
                """.formatted(title, theme, region);
    }

    private static String actor(String name) {
        return """
                @prefix atlas: <https://w3id.org/solution-atlas/ns#> .
                @prefix dcat: <http://www.w3.org/ns/dcat#> .
                @prefix dct: <http://purl.org/dc/terms/> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                <id/actor/town> a atlas:Actor ; foaf:name "Town %s"@en ;
                    atlas:actorKind <https://w3id.org/solution-atlas/actor-kind/municipality> ;
                    dct:spatial <http://data.europa.eu/nuts/code/DED> .
                <actor/town> a dcat:CatalogRecord ; foaf:primaryTopic <id/actor/town> ;
                    dct:source <https://source.example/> ; atlas:confidence "high" ; dct:issued "2026-11-24"^^xsd:date .
                """.formatted(name);
    }
}
