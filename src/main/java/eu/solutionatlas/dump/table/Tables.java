package eu.solutionatlas.dump.table;

import eu.solutionatlas.dump.table.Column.Type;
import eu.solutionatlas.dump.table.Table.Link;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.ORG;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;

/** The tables of a dump. */
public final class Tables {
    private final Columns columns;
    private final String ownActors;

    private Tables(Iris iris) {
        this.columns = new Columns(iris);
        this.ownActors = iris.base() + "id/actor/";
    }

    /** All of them, in the order in which they are shown. */
    public static List<Table> all(Iris iris) {
        Tables tables = new Tables(iris);
        return List.of(tables.solutions(), tables.actors(), tables.adoptions(), tables.themes(), tables.regions());
    }

    private Table solutions() {
        return new Table(
                "solutions",
                "One row for each solution.",
                "Eine Zeile je Lösung.",
                List.of("iri"),
                List.of(),
                join(
                        List.of(columns.iri(), columns.page()),
                        Columns.names("title", DCTerms.title.asNode()),
                        Columns.texts("description", DCTerms.description.asNode()),
                        Columns.concepts("status", "status", ATLAS.status, false),
                        List.of(
                                Columns.value("status_as_of", Type.YEAR, ATLAS.statusAsOf),
                                Columns.value("status_inferred", Type.TRUTH, ATLAS.statusInferred),
                                Columns.value("start_year", Type.YEAR, ATLAS.startYear)),
                        Columns.concepts("theme_codes", "themes", DCAT.theme.asNode(), true),
                        Columns.concepts("nuts_codes", "regions", DCTerms.spatial.asNode(), true),
                        Columns.entries("providers", ATLAS.provider),
                        Columns.entries("adopters", ATLAS.adopter),
                        Columns.entries("builds_on", ATLAS.buildsOn),
                        Columns.texts("funding", ATLAS.funding),
                        Columns.words("keywords", DCAT.keyword.asNode()),
                        List.of(
                                Columns.links("website", DCAT.landingPage.asNode()),
                                Columns.links("source_code", SchemaDO.codeRepository.asNode()),
                                Columns.links("software_licence", DCTerms.license.asNode())),
                        Columns.record()));
    }

    private Table actors() {
        return new Table(
                "actors",
                "One row for each actor: a body that provides solutions, uses them or helps others to.",
                "Eine Zeile je Akteur: eine Stelle, die Lösungen anbietet, nutzt oder anderen dabei hilft.",
                List.of("iri"),
                List.of(),
                join(
                        List.of(columns.iri(), columns.page()),
                        Columns.names("name", FOAF.name.asNode()),
                        Columns.texts("description", DCTerms.description.asNode()),
                        Columns.concepts("kind", "kind", ATLAS.actorKind, false),
                        List.of(Columns.value("town", Type.TEXT, SchemaDO.addressLocality.asNode())),
                        Columns.concepts("nuts_codes", "regions", DCTerms.spatial.asNode(), true),
                        Columns.entries("member_of", ORG.memberOf.asNode()),
                        List.of(Columns.links("website", FOAF.homepage.asNode())),
                        Columns.record()));
    }

    private Table adoptions() {
        return new Table(
                "adoptions",
                "One row for each pair of a solution and an actor that uses it, tries it out or has decided to.",
                "Eine Zeile je Paar aus einer Lösung und einem Akteur, der sie nutzt, erprobt oder beschlossen hat.",
                List.of("solution", "adopter"),
                List.of(new Link("solution", "solutions"), new Link("actor", "actors")),
                join(
                        List.of(
                                Columns.plain(
                                                "solution",
                                                Type.IRI,
                                                row -> List.of(row.thing().toString()))
                                        .always()
                                        .worked("IRI of the solution.", "IRI der Lösung."),
                                Columns.plain("solution_title", Type.TEXT, row -> List.of(row.name(row.thing(), "en")))
                                        .always()
                                        .worked("Title of the solution.", "Titel der Lösung."),
                                Columns.plain(
                                                "adopter",
                                                Type.IRI,
                                                row -> List.of(row.other().toString()))
                                        .always()
                                        .worked(
                                                "IRI of the adopting actor, wherever it is described.",
                                                "IRI des anwendenden Akteurs, wo immer er beschrieben ist."),
                                Columns.plain("adopter_name", Type.TEXT, row -> List.of(row.name(row.other(), "en")))
                                        .always()
                                        .worked("Name of the adopter.", "Name des Anwenders."),
                                Columns.plain("actor", Type.IRI, this::ownActor)
                                        .worked(
                                                "The adopter's row in the table of actors; empty when another catalogue"
                                                        + " describes it.",
                                                "Die Zeile des Anwenders in der Tabelle der Akteure; leer, wenn ihn ein"
                                                        + " anderer Katalog beschreibt.")),
                        Columns.concepts("status", "status", ATLAS.status, false),
                        List.of(Columns.value("status_as_of", Type.YEAR, ATLAS.statusAsOf))));
    }

    private List<String> ownActor(Row row) {
        String adopter = row.other().toString();
        boolean listed =
                adopter.startsWith(ownActors) && !row.names().of(row.other()).isEmpty();
        return listed ? List.of(adopter) : List.of();
    }

    private Table themes() {
        return new Table(
                "themes",
                "One row for each theme, the same at every hub.",
                "Eine Zeile je Thema, bei allen Hubs dieselben.",
                List.of("iri"),
                List.of(new Link("broader", "themes")),
                join(
                        List.of(columns.iri(), columns.page(), codeColumn()),
                        Columns.names("name", SKOS.prefLabel.asNode()),
                        List.of(broader("broader"))));
    }

    private Table regions() {
        return new Table(
                "regions",
                "One row for each region of the classification NUTS.",
                "Eine Zeile je Region der Systematik NUTS.",
                List.of("iri"),
                List.of(new Link("broader", "regions")),
                join(
                        List.of(
                                columns.iri(),
                                columns.page(),
                                codeColumn(),
                                Columns.value("nuts_level", Type.NUMBER, ATLAS.nutsLevel)),
                        Columns.names("name", SKOS.prefLabel.asNode()),
                        List.of(broader("broader"))));
    }

    private static Column codeColumn() {
        return Columns.plain("code", Type.TEXT, row -> List.of(Columns.code(row.thing())))
                .always()
                .worked(
                        "Code, as the tables of solutions and actors have it.",
                        "Kürzel, wie es in den Tabellen der Lösungen und Akteure steht.");
    }

    private static Column broader(String name) {
        return Column.of(
                name,
                Type.IRI,
                SKOS.broader.asNode(),
                row -> row.values(row.thing(), SKOS.broader.asNode())
                        .map(Node::toString)
                        .toList());
    }

    @SafeVarargs
    private static List<Column> join(List<Column>... parts) {
        List<Column> all = new ArrayList<>();
        Stream.of(parts).forEach(all::addAll);
        return List.copyOf(all);
    }
}
