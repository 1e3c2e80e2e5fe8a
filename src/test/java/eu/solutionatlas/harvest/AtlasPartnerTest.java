package eu.solutionatlas.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.outbound.Validators;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.rdf.vocab.ATLAS;
import eu.solutionatlas.support.TestAtlas;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner that is an Atlas of its own, with the real catalogue under other IRIs. */
class AtlasPartnerTest {
    private static final Node ENTRY = HarvestBench.iri("http://theirs.example/solution/absolut-autonomous-shuttle");
    private static final Node THING = HarvestBench.iri("http://theirs.example/id/solution/absolut-autonomous-shuttle");
    private static final String COPY = "hub/theirs/solution/absolut-autonomous-shuttle";

    @TempDir
    private Path directory;

    private HarvestBench bench;
    private TestAtlas theirs;
    private Partner partner;

    @BeforeEach
    void start() {
        bench = new HarvestBench(directory);
        theirs = TestAtlas.start(
                Map.of("atlas.base-iri", HarvestBench.THEIRS, "atlas.dump.every", "10ms"), Path.of("data"));
        awaitDump();
        partner = HarvestBench.partner(
                Optional.of(theirs.uri("/sparql").toString()),
                Optional.of(theirs.uri("/dump/catalogue.nq.gz").toString()),
                Optional.of(theirs.uri("/dump/changes").toString()));
    }

    @AfterEach
    void stop() {
        theirs.close();
        bench.close();
    }

    private void awaitDump() {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        HttpResponse<String> response = theirs.head("/dump/catalogue.nq.gz");
        while (response.statusCode() != 302 && Instant.now().isBefore(end)) {
            response = theirs.head("/dump/catalogue.nq.gz");
        }
        assertThat(response.statusCode()).isEqualTo(302);
    }

    private void retitle(String title) {
        theirs.store().commit("test", "another title", writer -> {
            List<Triple> triples = new ArrayList<>(writer.graph(ENTRY));
            triples.removeIf(triple -> triple.getPredicate().equals(DCTerms.title.asNode()));
            triples.add(Triple.create(THING, DCTerms.title.asNode(), NodeFactory.createLiteralLang(title, "en")));
            writer.replace(ENTRY, triples);
        });
    }

    private long theirEntries() {
        return theirs.store()
                .read(snapshot -> snapshot.documents()
                        .filter(document -> document.getURI().matches("http://theirs.example/(solution|actor)/.*"))
                        .count());
    }

    @Test
    void harvest_copiesEveryEntry() {
        HarvestState state = bench.harvest(partner);
        assertThat(state.result()).contains(Result.TAKEN);
        assertThat(bench.copied()).hasSize((int) theirEntries());
        assertThat(bench.report().whole()).isTrue();
        assertThat(state.version()).contains(theirs.store().version());
    }

    @Test
    void copy_isVerbatimBesideWhatIsSaidOfIt() {
        bench.harvest(partner);
        List<Triple> original =
                theirs.store().read(snapshot -> snapshot.graph(ENTRY).find().toList());
        List<Triple> copy = bench.graph(COPY)
                .find()
                .filterDrop(triple -> triple.getSubject().getURI().startsWith("http://own.example/"))
                .toList();
        assertThat(copy).containsExactlyInAnyOrderElementsOf(original);
    }

    @Test
    void harvest_ofTheSame_costsLittleAndChangesNothing() {
        bench.harvest(partner);
        long version = bench.store.version().number();
        assertThat(bench.harvest(partner).result()).contains(Result.UNCHANGED);
        assertThat(bench.store.version().number()).isEqualTo(version);
    }

    @Test
    void harvest_byTheDumpAlone_ofTheSame_isUnchanged() {
        Partner withoutChanges = HarvestBench.partner(Optional.empty(), partner.dump(), Optional.empty());
        bench.harvest(withoutChanges);

        assertThat(bench.harvest(withoutChanges).result()).contains(Result.UNCHANGED);
    }

    @Test
    void harvest_afterAChange_fetchesOnlyThat() {
        bench.harvest(partner);
        retitle("A new name");
        assertThat(bench.harvest(partner).result()).contains(Result.TAKEN);
        assertThat(bench.report().whole()).isFalse();
        assertThat(bench.report().counts()).isEqualTo(new Counts(1, 0, 1, 0, 0));
        assertThat(bench.graph(COPY)
                        .contains(THING, DCTerms.title.asNode(), NodeFactory.createLiteralLang("A new name", "en")))
                .isTrue();
    }

    @Test
    void removedEntry_disappears() {
        bench.harvest(partner);
        theirs.store()
                .commit(
                        "test",
                        "removed",
                        writer ->
                                writer.replace(ENTRY, List.of(Triple.create(ENTRY, RDF.type.asNode(), AS.Tombstone))));
        bench.harvest(partner);
        assertThat(bench.copied()).doesNotContain("solution/absolut-autonomous-shuttle");
        assertThat(bench.report().counts().withdrawn()).isEqualTo(1);
    }

    @Test
    void partnerThatCountsAnew_isCopiedWhole() {
        bench.harvest(partner);
        HarvestFiles files = bench.harvester.files();
        HarvestState state = files.state("theirs");
        files.write(
                "theirs",
                state.showing(
                        state.source(),
                        state.validators(),
                        Optional.of(new DataVersion(1_000, Instant.EPOCH)),
                        state.lastWhole()));
        retitle("After the restore");
        awaitDumpOf(theirs.store().version().number());
        assertThat(bench.harvest(partner).result()).contains(Result.TAKEN);
        assertThat(bench.report().whole()).isTrue();
        assertThat(bench.harvester.state("theirs").version())
                .contains(theirs.store().version());
    }

    @Test
    void partnerThatWasBegunAnew_andHasComeFurtherThanTheCopy_isCopiedWhole() {
        bench.harvest(partner);
        HarvestFiles files = bench.harvester.files();
        HarvestState state = files.state("theirs");
        DataVersion ofAnotherHistory =
                new DataVersion(state.version().orElseThrow().number(), Instant.parse("2026-01-01T00:00:00Z"));
        files.write(
                "theirs",
                state.showing(state.source(), Validators.NONE, Optional.of(ofAnotherHistory), state.lastWhole()));
        retitle("After the restore");
        awaitDumpOf(theirs.store().version().number());

        bench.harvest(partner);

        assertThat(bench.report().whole()).isTrue();
    }

    private void awaitDumpOf(long version) {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        long shown = 0;
        while (shown < version && Instant.now().isBefore(end)) {
            shown = theirs.head("/dump/catalogue.nq.gz")
                    .headers()
                    .firstValueAsLong("Atlas-Data-Version")
                    .orElse(0);
        }
        assertThat(shown).isGreaterThanOrEqualTo(version);
    }

    @Test
    void copyThatLacksEntries_isBroughtUpToDateByTheWholeDump() {
        bench.harvest(partner);
        Node copy = bench.copies.copy("theirs");
        bench.store.commit("test", "as after a harvest with errors", writer -> {
            List<Triple> triples = new ArrayList<>(writer.graph(copy));
            triples.add(Triple.create(
                    copy, ATLAS.entriesNotTaken, NodeFactory.createLiteralDT("1", XSDDatatype.XSDinteger)));
            writer.replace(copy, triples);
        });
        retitle("Mended");
        awaitDumpOf(theirs.store().version().number());

        bench.harvest(partner);

        assertThat(bench.report().whole()).isTrue();
    }

    @Test
    void lostCopy_isFetchedAgain() {
        bench.harvest(partner);
        bench.store.commit("test", "lost", writer -> {
            for (Node document : List.copyOf(writer.documents())) {
                writer.remove(document);
            }
        });
        bench.harvest(partner);
        assertThat(bench.copied()).hasSize((int) theirEntries());
    }
}
