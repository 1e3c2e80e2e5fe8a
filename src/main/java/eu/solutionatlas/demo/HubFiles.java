package eu.solutionatlas.demo;

import java.util.Map;

/** What each hub of the demonstration says of itself, and of the others. */
final class HubFiles {
    private static final String PREFIXES = """
            # SPDX-License-Identifier: CC-BY-4.0
            @prefix atlas: <https://w3id.org/solution-atlas/ns#> .
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix nuts: <http://data.europa.eu/nuts/code/> .
            @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
            @prefix void: <http://rdfs.org/ns/void#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

            """;

    private HubFiles() {}

    /** {@code hub.ttl} of an Atlas. */
    static String hub(DemoHub hub) {
        return PREFIXES + """
                <id/hub> a atlas:Hub ;
                    foaf:name "Solution Atlas, %1$s"@en , "Solution Atlas, %2$s"@%3$s ;
                    dct:description "A hub of the demonstration network."@en ;
                    dct:spatial %4$s ;
                    dct:license <https://creativecommons.org/licenses/by/4.0/> ;
                    dcat:contactPoint <hub#contact> .
                <hub#contact> a vcard:Organization ;
                    vcard:fn "Solution Atlas" ; vcard:hasEmail <mailto:solution-atlas@example.org> .
                <hub> a dcat:CatalogRecord ;
                    foaf:primaryTopic <id/hub> ; dct:issued "2026-11-24"^^xsd:date .
                """.formatted(hub.english(), hub.local(), hub.language(), regions(hub));
    }

    /**
     * {@code hubs.ttl}: the register of one hub, with all others in it.
     *
     * @param bases where each hub is
     */
    static String register(DemoHub self, Map<DemoHub, String> bases) {
        StringBuilder text = new StringBuilder(PREFIXES).append("<federation> a atlas:Register .\n");
        bases.forEach((hub, base) -> {
            if (hub != self) {
                text.append(partner(hub, base));
            }
        });
        return text.toString();
    }

    private static String partner(DemoHub hub, String base) {
        String common = """

                <id/hub/%1$s> a atlas:Partner ;
                    dct:identifier "%1$s" ;
                    foaf:name "%2$s"@en , "%3$s"@%4$s ;
                    dct:spatial %5$s ;
                    void:uriSpace "%6$s" ;
                """.formatted(hub.id(), hub.english(), hub.local(), hub.language(), regions(hub), base);
        String where = hub.isFuseki() ? "    void:sparqlEndpoint <%sds/sparql> ;\n" : """
                    foaf:homepage <%1$s> ;
                    void:sparqlEndpoint <%1$ssparql/own> ;
                    void:dataDump <%1$sdump/catalogue.nq.gz> ;
                    atlas:changesFeed <%1$sdump/changes> ;
                """;
        return common + where.formatted(base) + "    atlas:hubState \"active\" .\n";
    }

    private static String regions(DemoHub hub) {
        return String.join(
                " , ", hub.served().stream().map(region -> "nuts:" + region).toList());
    }
}
