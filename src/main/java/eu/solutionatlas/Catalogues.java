package eu.solutionatlas;

import eu.solutionatlas.browse.Catalogue;
import eu.solutionatlas.browse.Column;
import eu.solutionatlas.browse.Column.Form;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.search.Facet;
import java.util.List;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SchemaDO;

/** The two great lists: what cuts them, and what stands in their tables. */
final class Catalogues {
    static final Catalogue SOLUTIONS = new Catalogue(
            "/solution",
            "solution",
            ATLAS.Solution,
            DCTerms.title.asNode(),
            List.of(Facet.THEME, Facet.REGION, Facet.STATUS, Facet.YEAR, Facet.LANGUAGE, Facet.CODE, Facet.HUB),
            List.of(Facet.PROVIDER, Facet.ADOPTER, Facet.BUILDS_ON),
            List.of(
                    new Column("status", ATLAS.status, Form.NAME),
                    new Column("status_as_of", ATLAS.statusAsOf, Form.YEAR),
                    new Column("start_year", ATLAS.startYear, Form.YEAR),
                    new Column("themes", DCAT.theme.asNode(), Form.NAME),
                    new Column("theme_codes", DCAT.theme.asNode(), Form.CODE),
                    new Column("regions", DCTerms.spatial.asNode(), Form.NAME),
                    new Column("nuts_codes", DCTerms.spatial.asNode(), Form.CODE),
                    new Column("providers", ATLAS.provider, Form.NAME),
                    new Column("provider_iris", ATLAS.provider, Form.IRI),
                    new Column("adopters", ATLAS.adopter, Form.NAME),
                    new Column("adopter_iris", ATLAS.adopter, Form.IRI),
                    new Column("website", DCAT.landingPage.asNode(), Form.IRI),
                    new Column("source_code", SchemaDO.codeRepository.asNode(), Form.IRI),
                    new Column("software_licence", DCTerms.license.asNode(), Form.IRI)));

    static final Catalogue ACTORS = new Catalogue(
            "/actor",
            "actor",
            ATLAS.Actor,
            FOAF.name.asNode(),
            List.of(Facet.KIND, Facet.REGION, Facet.LANGUAGE, Facet.HUB),
            List.of(Facet.NETWORK),
            List.of(
                    new Column("kind", ATLAS.actorKind, Form.NAME),
                    new Column("town", SchemaDO.addressLocality.asNode(), Form.TEXT),
                    new Column("regions", DCTerms.spatial.asNode(), Form.NAME),
                    new Column("nuts_codes", DCTerms.spatial.asNode(), Form.CODE),
                    new Column("website", FOAF.homepage.asNode(), Form.IRI),
                    new Column("networks", ORG.memberOf.asNode(), Form.NAME)));

    private Catalogues() {}
}
