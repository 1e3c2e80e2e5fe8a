package eu.solutionatlas;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The picture in the root package's documentation, as rules. */
@AnalyzeClasses(packages = "eu.solutionatlas", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "eu.solutionatlas";

    private static final String[] FEATURES = {
        ROOT + ".solution..",
        ROOT + ".actor..",
        ROOT + ".concept..",
        ROOT + ".region..",
        ROOT + ".ontology..",
        ROOT + ".hub..",
        ROOT + ".sparql..",
        ROOT + ".federation..",
        ROOT + ".dump..",
        ROOT + ".change..",
        ROOT + ".dcat..",
        ROOT + ".network..",
        ROOT + ".reconcile..",
        ROOT + ".health.."
    };

    private static final String[] COMMON_GROUND = {
        ROOT + ".web..",
        ROOT + ".store..",
        ROOT + ".shape..",
        ROOT + ".search..",
        ROOT + ".browse..",
        ROOT + ".partner..",
        ROOT + ".outbound..",
        ROOT + ".control.."
    };

    /**
     * Those who put things together: the composition root, the command line, the loading of files, harvesting, which is
     * loading from elsewhere, and joining, which leads to it.
     */
    private static final String[] TOP = {
        ROOT, ROOT + ".command..", ROOT + ".load..", ROOT + ".harvest..", ROOT + ".joining.."
    };

    @ArchTest
    static final ArchRule features_doNotImportOneAnother = slices().matching(ROOT + ".(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(),
                    resideInAnyPackage(
                            ROOT + ".web..",
                            ROOT + ".store..",
                            ROOT + ".shape..",
                            ROOT + ".search..",
                            ROOT + ".browse..",
                            ROOT + ".partner..",
                            ROOT + ".outbound..",
                            ROOT + ".control..",
                            ROOT + ".rdf..",
                            ROOT + ".sheet..",
                            ROOT + ".settings.."))
            // A federated query is a query, with hubs to ask.
            .ignoreDependency(resideInAnyPackage(ROOT + ".federation.."), resideInAnyPackage(ROOT + ".sparql.."))
            .ignoreDependency(resideInAnyPackage(TOP), com.tngtech.archunit.base.DescribedPredicate.alwaysTrue())
            .ignoreDependency(
                    resideInAnyPackage(ROOT + ".views.."), com.tngtech.archunit.base.DescribedPredicate.alwaysTrue())
            .ignoreDependency(
                    com.tngtech.archunit.base.DescribedPredicate.alwaysTrue(), resideInAnyPackage(ROOT + ".views.."));

    @ArchTest
    static final ArchRule commonGround_knowsNoFeature = noClasses()
            .that()
            .resideInAnyPackage(COMMON_GROUND)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES);

    @ArchTest
    static final ArchRule web_knowsNeitherStoreNorShapes = noClasses()
            .that()
            .resideInAPackage(ROOT + ".web..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".store..", ROOT + ".shape..");

    @ArchTest
    static final ArchRule search_knowsNoPages = noClasses()
            .that()
            .resideInAPackage(ROOT + ".search..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".web..", ROOT + ".browse..", ROOT + ".shape..");

    @ArchTest
    static final ArchRule lucene_isTheSearchsAffair = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".search..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule store_knowsNeitherWebNorShapes = noClasses()
            .that()
            .resideInAPackage(ROOT + ".store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".web..", ROOT + ".shape..");

    @ArchTest
    static final ArchRule shape_knowsNeitherWebNorStore = noClasses()
            .that()
            .resideInAPackage(ROOT + ".shape..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT + ".web..", ROOT + ".store..");

    @ArchTest
    static final ArchRule rdf_standsOnNothingOfOurs = classes()
            .that()
            .resideInAPackage(ROOT + ".rdf..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + ".rdf..")
                    .or(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(ROOT + ".."))));

    @ArchTest
    static final ArchRule nobodyKnowsTheTop = noClasses()
            .that()
            .resideOutsideOfPackages(TOP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TOP);

    @ArchTest
    static final ArchRule tdb_isTheStoresAffair = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.jena.tdb2..", "org.apache.jena.rdfpatch..");

    @ArchTest
    static final ArchRule http_isForRoutesAndWeb = noClasses()
            .that()
            .resideInAnyPackage(
                    ROOT + ".store..", ROOT + ".shape..", ROOT + ".rdf..", ROOT + ".load..", ROOT + ".settings..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule templates_seeNoRdf = noClasses()
            .that()
            .resideInAPackage(ROOT + ".views..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.jena..");

    @ArchTest
    static final ArchRule pages_holdNoRdf = noClasses()
            .that(simpleNameEndingWith("Page").and(resideInAnyPackage(FEATURES)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.jena..");

    @ArchTest
    static final ArchRule harvest_knowsNoFeature = noClasses()
            .that()
            .resideInAPackage(ROOT + ".harvest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FEATURES);

    @ArchTest
    static final ArchRule outbound_isTheOnlyWayOut = noClasses()
            .that()
            // The guard puts a client of its own in the place of Jena's, to refuse every request.
            .resideOutsideOfPackages(ROOT + ".outbound..", ROOT + ".sparql.guard..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty.client..", "java.net.http..");
}
