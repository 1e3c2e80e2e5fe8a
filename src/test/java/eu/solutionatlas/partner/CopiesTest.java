package eu.solutionatlas.partner;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class CopiesTest {
    private static final Copies COPIES = new Copies(new Iris("http://localhost:8080/"));
    private static final Partner LIBEREC = PartnersTest.partner("liberec");

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }

    @Test
    void entryOfAnAtlas_keepsItsSlug() {
        assertThat(COPIES.document(LIBEREC, "solution", "https://liberec.example/id/solution/bus"))
                .isEqualTo(node("http://localhost:8080/hub/liberec/solution/bus"));
    }

    @Test
    void entryOfOtherSoftware_getsASlugOfItsEnd() {
        assertThat(COPIES.document(LIBEREC, "solution", "https://liberec.example/resource/42#Nákladní_Bus")
                        .getURI())
                .matches("http://localhost:8080/hub/liberec/solution/n-kladn-bus-[0-9a-f]{8}");
    }

    @Test
    void entriesThatEndAlike_doNotMeet() {
        assertThat(COPIES.document(LIBEREC, "solution", "https://liberec.example/a/bus"))
                .isNotEqualTo(COPIES.document(LIBEREC, "solution", "https://liberec.example/b/bus"));
    }

    @Test
    void longEnd_staysASlug() {
        String slug = COPIES.document(LIBEREC, "solution", "https://liberec.example/" + "ab-".repeat(200))
                .getLocalName();

        assertThat(Iris.isSlug(COPIES.document(LIBEREC, "solution", "https://liberec.example/" + "ab-".repeat(200))
                        .getURI()
                        .substring("http://localhost:8080/hub/liberec/solution/".length())))
                .as(slug)
                .isTrue();
    }

    @Test
    void copy_namesItsPartner() {
        assertThat(COPIES.partnerOf(node("http://localhost:8080/hub/liberec/actor/mesto")))
                .contains("liberec");
    }

    @Test
    void documentAboutTheCopy_namesItsPartner() {
        assertThat(COPIES.partnerOf(node("http://localhost:8080/hub/liberec"))).contains("liberec");
    }

    @Test
    void ownHub_isNoCopy() {
        assertThat(COPIES.isCopy(node("http://localhost:8080/hub"))).isFalse();
    }

    @Test
    void ownEntry_isNoCopy() {
        assertThat(COPIES.isCopy(node("http://localhost:8080/solution/bus"))).isFalse();
    }
}
