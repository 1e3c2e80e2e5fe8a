package eu.solutionatlas.bench;

/** Registers of hubs as Turtle. */
final class Registers {
    static final String HEAD = """
            @prefix atlas: <https://w3id.org/solution-atlas/ns#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix void: <http://rdfs.org/ns/void#> .
            <federation> a atlas:Register .
            """;

    private Registers() {}

    /** A hub that runs the same software. */
    static String atlas(String id, String base) {
        return """
                <id/hub/%1$s> a atlas:Partner ; dct:identifier "%1$s" ; foaf:name "%1$s"@en ;
                    dct:spatial <http://data.europa.eu/nuts/code/DE> ;
                    void:uriSpace "%2$s" ; void:sparqlEndpoint <%2$ssparql/own> ;
                    void:dataDump <%2$sdump/catalogue.nq.gz> ; atlas:changesFeed <%2$sdump/changes> ;
                    atlas:hubState "active" .
                """.formatted(id, base);
    }

    /** A hub that has a SPARQL endpoint and nothing else. */
    static String endpoint(String id, String base, String endpoint) {
        return """
                <id/hub/%1$s> a atlas:Partner ; dct:identifier "%1$s" ; foaf:name "%1$s"@en ;
                    dct:spatial <http://data.europa.eu/nuts/code/DE> ;
                    void:uriSpace "%2$s" ; void:sparqlEndpoint <%3$s> ; atlas:hubState "active" .
                """.formatted(id, base, endpoint);
    }
}
