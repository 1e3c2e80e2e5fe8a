package eu.solutionatlas.harvest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.partner.Copies;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Queries;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the copy of one hub's entries up to what the hub has now, or leaves it as it is and says why. */
public final class Harvester {
    private static final Logger LOG = LoggerFactory.getLogger(Harvester.class);
    private static final Query COPIED = Queries.load(Harvester.class, "copied.rq");

    private final Store store;
    private final Partners partners;
    private final Copies copies;
    private final Checks checks;
    private final Fetcher fetcher;
    private final HarvestFiles files;
    private final HarvestSettings settings;
    private final Clock clock;

    /**
     * @param shapes asked for once, at the first harvest
     * @param directory where states, reports and what is being fetched are kept
     */
    public Harvester(
            Store store,
            Iris iris,
            Supplier<Shapes> shapes,
            Outbound outbound,
            HarvestSettings settings,
            Path directory,
            Clock clock) {
        this.store = store;
        this.partners = new Partners(store, iris);
        this.copies = new Copies(iris);
        this.checks = new Checks(shapes);
        this.files = new HarvestFiles(directory);
        this.fetcher = new Fetcher(outbound, files, settings);
        this.settings = settings;
        this.clock = clock;
    }

    /** What is known of a hub's harvests. */
    public HarvestState state(String hub) {
        return files.state(hub);
    }

    /** Whether what a hub has now waits for the operator, so that its copy is older than it could be. */
    public boolean isHeld(String hub) {
        return state(hub).result().filter(Result.HELD::equals).isPresent();
    }

    /** The last report of a hub; empty when there was no harvest yet. */
    public Optional<HarvestReport> report(String hub) {
        return files.report(hub);
    }

    /** State and last report of a hub as JSON in UTF-8. */
    public byte[] json(String hub) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("hub", hub);
        json.set("state", StateJson.write(state(hub)));
        report(hub).ifPresent(last -> json.set("report", ReportJson.write(last)));
        return (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    HarvestFiles files() {
        return files;
    }

    /**
     * Harvests a hub once, and writes down how it went.
     *
     * @param accept whether to take what would otherwise be held because it is empty or takes too much away
     */
    public HarvestState harvest(Partner partner, boolean accept, Cancel cancel) {
        HarvestState before = files.state(partner.id());
        long begun = System.nanoTime();
        HarvestState after;
        try {
            Fetched fetched = fetcher.fetch(partner, before, kept(partner), clock.instant(), cancel);
            if (cancel.isCancelled() && fetched instanceof Fetched.Failed) {
                return before; // as if it had not been tried: the fault is not the hub's
            }
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            after = finish(partner, before.tried(clock.instant(), took), fetched, accept);
        } catch (IOException | UncheckedIOException | StoreException e) {
            LOG.error("What {} has could not be kept", partner.id(), e);
            HarvestState tried = before.tried(clock.instant(), Duration.ofNanos(System.nanoTime() - begun));
            String source = partner.dump().or(partner::endpoint).orElse("");
            after = failed(partner, tried, source, "this machine could not keep what came; its log says why");
        }
        files.write(partner.id(), after);
        return after;
    }

    private Fetcher.Kept kept(Partner partner) {
        Node copy = copies.copy(partner.id());
        return store.read(snapshot -> {
            if (!snapshot.contains(copy)) {
                return Fetcher.Kept.NOTHING;
            }
            return Copy.notTaken(snapshot.graph(copy).stream()) > 0 ? Fetcher.Kept.SOME : Fetcher.Kept.ALL;
        });
    }

    private HarvestState finish(Partner partner, HarvestState state, Fetched fetched, boolean accept)
            throws IOException {
        return switch (fetched) {
            case Fetched.Unchanged unchanged -> {
                Instant now = clock.instant();
                yield state.unchanged(now)
                        .showing(
                                state.source(),
                                state.validators(),
                                unchanged.version().or(state::version),
                                unchanged.whole() ? Optional.of(now) : state.lastWhole());
            }
            case Fetched.Failed failed -> failed(partner, state, failed.source(), failed.reason());
            case Fetched.Broken broken -> held(partner, state, broken.source(), broken.reason());
            case Fetched.Entries entries -> {
                try {
                    yield take(partner, state, entries, accept);
                } catch (BrokenInputException e) {
                    yield held(partner, state, entries.source(), "cannot be read: " + e.getMessage());
                } finally {
                    files.removeFetched(partner.id());
                }
            }
        };
    }

    private HarvestState failed(Partner partner, HarvestState state, String source, String reason) {
        if (files.report(partner.id()).isEmpty()) { // what is known of the records stays to be read
            files.write(empty(partner, source, Result.FAILED, reason));
        }
        return state.failed(reason);
    }

    private HarvestState held(Partner partner, HarvestState state, String source, String reason) {
        files.write(empty(partner, source, Result.HELD, reason));
        return state.held(reason, clock.instant());
    }

    private HarvestReport empty(Partner partner, String source, Result result, String reason) {
        return new HarvestReport(
                partner.id(),
                clock.instant(),
                source,
                false,
                Optional.empty(),
                result,
                Optional.of(reason),
                Counts.NONE,
                List.of(),
                0);
    }

    private HarvestState take(Partner partner, HarvestState state, Fetched.Entries entries, boolean accept)
            throws IOException, BrokenInputException {
        Survey survey = new Survey(copies, partner, checks.get());
        String base = partner.spaces().getFirst();
        Candidates.read(entries.file(), base, settings.maxBytes(), survey::take);
        Set<Node> existing = existing(partner);
        Set<Node> vanishing = new HashSet<>(existing);
        if (entries.whole()) {
            vanishing.removeAll(survey.sound());
            vanishing.removeAll(survey.rejected());
        } else {
            vanishing.retainAll(survey.withdrawn());
        }
        Set<Node> staying = new HashSet<>(existing);
        staying.removeAll(vanishing);
        survey.checkLinks(staying);
        Instant now = clock.instant();
        Optional<String> version = entries.version().map(DataVersion::number).map(String::valueOf);
        Optional<String> objection =
                accept ? Optional.empty() : objection(entries.whole(), survey, existing, vanishing);
        if (objection.isPresent()) {
            Counts counts = new Counts(
                    survey.sound().size(),
                    0,
                    0,
                    vanishing.size(),
                    survey.rejected().size());
            files.write(report(partner, entries, version, Result.HELD, objection, counts, survey, now));
            return state.held(objection.get(), now);
        }
        Copy copy = new Copy(partners.hub(partner.id()), entries.source(), version, now);
        Counts counts = new Swap(store, copies, partners.document(), partner, copy)
                .run(entries.file(), base, settings.maxBytes(), survey, vanishing, staying);
        files.write(report(partner, entries, version, Result.TAKEN, Optional.empty(), counts, survey, now));
        Optional<Instant> whole = entries.whole() ? Optional.of(now) : state.lastWhole();
        return state.taken(now)
                .showing(
                        entries.source(),
                        entries.whole() ? entries.validators() : state.validators(),
                        entries.version(),
                        whole);
    }

    /** By an index: what it costs must not grow with what other hubs have. */
    private Set<Node> existing(Partner partner) {
        String prefix = copies.entriesOf(partner.id());
        Map<String, Node> hub = Map.of("hub", partners.hub(partner.id()));
        return store.read(snapshot -> {
            Set<Node> documents = new HashSet<>();
            snapshot.select(COPIED, hub).forEachRemaining(row -> documents.add(row.get("document")));
            documents.removeIf(document -> !document.getURI().startsWith(prefix));
            return documents;
        });
    }

    /** Why a person should look before this is taken; empty when nobody need. */
    private Optional<String> objection(boolean whole, Survey survey, Set<Node> existing, Set<Node> vanishing) {
        if (whole && survey.sound().isEmpty()) {
            return Optional.of(
                    survey.rejected().isEmpty()
                            ? "there is no entry in it"
                            : "none of its " + survey.rejected().size() + " entries is sound");
        }
        long share = existing.isEmpty() ? 0 : 100L * vanishing.size() / existing.size();
        return share > settings.maxVanishPercent()
                ? Optional.of(vanishing.size() + " of " + existing.size()
                        + " entries would vanish, which is more than the " + settings.maxVanishPercent()
                        + " percent that are taken without asking")
                : Optional.empty();
    }

    private static HarvestReport report(
            Partner partner,
            Fetched.Entries entries,
            Optional<String> version,
            Result result,
            Optional<String> reason,
            Counts counts,
            Survey survey,
            Instant at) {
        return new HarvestReport(
                partner.id(),
                at,
                entries.source(),
                entries.whole(),
                version,
                result,
                reason,
                counts,
                survey.findings(),
                survey.omitted());
    }
}
