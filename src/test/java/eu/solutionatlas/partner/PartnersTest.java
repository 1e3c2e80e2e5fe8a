package eu.solutionatlas.partner;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartnersTest {
    private static final Iris IRIS = new Iris("http://localhost:8080/");

    private final Store store = TemporaryStore.create(Clock.systemUTC());
    private final Partners partners = new Partners(store, IRIS);

    @AfterEach
    void close() {
        store.close();
    }

    /** A partner with everything that can be said of one. */
    static Partner partner(String id) {
        return new Partner(
                id,
                Labels.of(List.of(NodeFactory.createLiteralLang("Katalog " + id, "cs"))),
                Optional.of("https://" + id + ".example/"),
                List.of(NodeFactory.createURI(Iris.NUTS + "CZ051")),
                List.of("https://" + id + ".example/"),
                Optional.of("https://" + id + ".example/sparql/own"),
                Optional.of("https://" + id + ".example/dump/catalogue.nq.gz"),
                Optional.of("https://" + id + ".example/dump/changes"),
                new Contact(Optional.of("data steward"), Optional.of("atlas@" + id + ".example")),
                HubState.ACTIVE,
                Optional.of(LocalDate.parse("2026-11-24")));
    }

    @Test
    void partnerPut_isReadAsItWas() {
        partners.put(partner("liberec"), "operator");

        assertThat(partners.now().all()).containsExactly(partner("liberec"));
    }

    @Test
    void partnerPutAgain_replacesWhatWasKnown() {
        partners.put(partner("liberec"), "operator");
        partners.put(partner("liberec").in(HubState.PAUSED), "operator");

        assertThat(partners.now().all()).containsExactly(partner("liberec").in(HubState.PAUSED));
    }

    @Test
    void secondPartner_leavesTheFirstAlone() {
        partners.put(partner("liberec"), "operator");
        partners.put(partner("opole"), "operator");

        assertThat(partners.now().all()).containsExactly(partner("liberec"), partner("opole"));
    }

    @Test
    void pausedPartner_isNotAsked() {
        partners.put(partner("liberec").in(HubState.PAUSED), "operator");

        assertThat(partners.now().active()).isEmpty();
    }

    @Test
    void acceptedPartner_mayGetAnotherName() {
        partners.put(partner("liberec").in(HubState.ANNOUNCED), "operator");
        partners.accept("liberec", Optional.of("bohemia"), "operator");

        assertThat(partners.now().all()).containsExactly(partner("liberec").named("bohemia"));
    }

    @Test
    void acceptedPartner_getsNoNameThatAnotherHas() {
        partners.put(partner("liberec").in(HubState.ANNOUNCED), "operator");
        partners.put(partner("opole"), "operator");

        assertThat(partners.accept("liberec", Optional.of("opole"), "operator"))
                .isEqualTo(new Partners.Outcome.Refused("another hub has the short name opole already"));
    }

    @Test
    void pausedPartner_isNotAccepted() {
        partners.put(partner("liberec").in(HubState.PAUSED), "operator");

        assertThat(partners.accept("liberec", Optional.empty(), "operator"))
                .isInstanceOf(Partners.Outcome.Refused.class);
    }

    @Test
    void partnerInTheSpaceOfAnother_isRefused() {
        partners.put(partner("liberec"), "operator");
        Partner thief = new Partner(
                "thief",
                Labels.of(List.of(NodeFactory.createLiteralLang("Thief", "en"))),
                Optional.empty(),
                List.of(),
                List.of("https://liberec.example/id/"),
                Optional.of("https://thief.example/sparql"),
                Optional.empty(),
                Optional.empty(),
                Contact.NONE,
                HubState.ACTIVE,
                Optional.empty());

        assertThat(partners.put(thief, "operator"))
                .isInstanceOfSatisfying(
                        Partners.Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("overlaps", "liberec"));
    }

    @Test
    void partnerWithAnAddressThatIsNone_isRefused() {
        Partner broken = new Partner(
                "broken",
                partner("liberec").name(),
                Optional.empty(),
                List.of(),
                List.of("https://broken.example/"),
                Optional.of("https://[broken/sparql"),
                Optional.empty(),
                Optional.empty(),
                Contact.NONE,
                HubState.ACTIVE,
                Optional.empty());

        assertThat(partners.put(broken, "operator"))
                .isInstanceOfSatisfying(
                        Partners.Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("https://[broken/sparql"));
    }

    @Test
    void partnerRemoved_takesItsCopyAlong() {
        partners.put(partner("liberec"), "operator");
        Node copy =
                new Copies(IRIS).document(partner("liberec"), "solution", "https://liberec.example/id/solution/bus");
        store.commit(
                "harvest",
                "",
                writer -> writer.replace(
                        copy,
                        List.of(Triple.create(copy, DCTerms.title.asNode(), NodeFactory.createLiteralString("Bus")))));

        partners.remove("liberec", "operator");

        assertThat(store.<Boolean>read(snapshot -> snapshot.contains(copy))).isFalse();
    }

    @Test
    void hub_isNamedByTheRegister() {
        partners.put(partner("liberec"), "operator");

        assertThat(partners.now().of(partners.hub("liberec")))
                .isEqualTo(partner("liberec").name());
    }

    @Test
    void shortName_thatListsCallThisHubBy_isNone() {
        assertThat(Partner.isId("here")).isFalse();
    }
}
