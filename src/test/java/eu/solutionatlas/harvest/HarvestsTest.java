package eu.solutionatlas.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundSettings;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.shape.Shapes;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.store.TemporaryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarvestsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Duration EVERY = Duration.ofHours(6);

    @TempDir
    private Path directory;

    private final Store store = TemporaryStore.create(Clock.systemUTC());
    private final Partners partners = new Partners(store, HarvestBench.IRIS);
    private final Outbound outbound = new Outbound(new OutboundSettings(true), "test");
    private Instant now = NOON;
    private Harvester harvester;
    private Harvests harvests;

    @BeforeEach
    void start() {
        InstantSource source = () -> now;
        Clock clock = source.withZone(ZoneOffset.UTC);
        HarvestSettings settings = new HarvestSettings(EVERY, 25, 16, Duration.ofSeconds(5));
        harvester = new Harvester(store, HarvestBench.IRIS, Shapes::published, outbound, settings, directory, clock);
        harvests = new Harvests(partners, harvester, settings, clock);
    }

    @AfterEach
    void stop() {
        harvests.close();
        outbound.close();
        store.close();
    }

    private void register(HubState state) {
        partners.put(HarvestBench.withDump("http://127.0.0.1:1/dump.nq").in(state), "test");
    }

    @Test
    void next_staysAtTheHubsPlaceInTheRhythm() {
        Instant first = harvests.next("liberec", 0);
        now = first;
        assertThat(harvests.next("liberec", 0)).isEqualTo(first.plus(EVERY));
    }

    @Test
    void next_isNeverSoonAfterAHarvest() {
        assertThat(harvests.next("liberec", 0))
                .isBetween(NOON.plus(EVERY.dividedBy(2)), NOON.plus(EVERY.multipliedBy(3)));
    }

    @Test
    void next_ofManyHubs_isSpread() {
        List<Instant> times = IntStream.range(0, 150)
                .mapToObj(i -> harvests.next("hub-" + i, 0))
                .toList();
        long earlyHalf = times.stream().filter(NOON.plus(EVERY)::isAfter).count();
        assertThat(earlyHalf).isBetween(50L, 100L);
        assertThat(times).doesNotHaveDuplicates();
    }

    @Test
    void next_afterFailures_waitsTwiceAsLongEachTime() {
        assertThat(harvests.next("liberec", 1)).isEqualTo(NOON.plus(Duration.ofMinutes(1)));
        assertThat(harvests.next("liberec", 4)).isEqualTo(NOON.plus(Duration.ofMinutes(8)));
    }

    @Test
    void next_afterManyFailures_isNotLaterThanARound() {
        assertThat(harvests.next("liberec", 100)).isEqualTo(NOON.plus(EVERY));
    }

    @Test
    void request_forAnActiveHub_isAccepted() {
        register(HubState.ACTIVE);
        assertThat(harvests.request("theirs")).isEqualTo(new Harvests.Asked.Accepted());
    }

    @Test
    void request_soonAfterAnother_hasToWait() {
        register(HubState.ACTIVE);
        harvests.request("theirs");
        now = NOON.plusSeconds(60);
        assertThat(harvests.request("theirs"))
                .isEqualTo(new Harvests.Asked.TooSoon(Harvests.BETWEEN_REQUESTS.minusSeconds(60)));
    }

    @Test
    void request_aWhileAfterAnother_isAccepted() {
        register(HubState.ACTIVE);
        harvests.request("theirs");
        now = NOON.plus(Harvests.BETWEEN_REQUESTS);
        assertThat(harvests.request("theirs")).isEqualTo(new Harvests.Asked.Accepted());
    }

    @Test
    void request_forAPausedHub_isRefused() {
        register(HubState.PAUSED);
        assertThat(harvests.request("theirs")).isEqualTo(new Harvests.Asked.NotActive());
    }

    @Test
    void request_forNobody_isUnknown() {
        assertThat(harvests.request("nobody")).isEqualTo(new Harvests.Asked.Unknown());
    }

    @Test
    void concern_ofACopyThatIsOld_namesTheHub() {
        register(HubState.ACTIVE);
        HarvestState old = HarvestState.NEW
                .taken(NOON.minus(EVERY.multipliedBy(4)))
                .tried(NOON, Duration.ZERO)
                .failed("refuses connections")
                .failed("refuses connections")
                .failed("refuses connections");
        harvester.files().write("theirs", old);
        assertThat(harvests.concern().orElseThrow()).contains("theirs").contains("refuses connections");
    }

    @Test
    void concern_ofAFailureSinceALittleWhile_isNone() {
        register(HubState.ACTIVE);
        HarvestState recent = HarvestState.NEW
                .taken(NOON.minus(EVERY))
                .tried(NOON, Duration.ZERO)
                .failed("refuses connections");
        harvester.files().write("theirs", recent);
        assertThat(harvests.concern()).isEmpty();
    }

    @Test
    void concern_ofAHeldHarvest_saysWhy() {
        register(HubState.ACTIVE);
        harvester.files().write("theirs", HarvestState.NEW.held("there is no entry in it", NOON));
        assertThat(harvests.concern().orElseThrow()).contains("there is no entry in it");
    }
}
