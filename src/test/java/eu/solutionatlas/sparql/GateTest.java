package eu.solutionatlas.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.solutionatlas.web.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static void awaitWaiting(Gate gate, int number) {
        Instant end = Instant.now().plus(LONG);
        while (gate.waiting() < number && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        assertThat(gate.waiting()).isEqualTo(number);
    }

    private static String refusal(Gate gate, String client) {
        try (Gate.Permit permit = gate.enter(client)) {
            throw new AssertionError("let in");
        } catch (ProblemException e) {
            assertThat(e.problem().slug()).isEqualTo("busy");
            return e.problem().detail();
        }
    }

    @Test
    void oneClient_hasHalfOfThePlaces() {
        Gate gate = new Gate(4, 0, LONG);
        gate.enter("one");
        gate.enter("one");

        assertThat(refusal(gate, "one")).contains("from your address");
        assertThat(gate.free()).isEqualTo(2);
    }

    @Test
    void otherClient_isLetInBesideOneThatHasItsShare() {
        Gate gate = new Gate(4, 0, LONG);
        gate.enter("one");
        gate.enter("one");

        gate.enter("other");
        gate.enter("other");
        assertThat(gate.free()).isZero();
    }

    @Test
    void clientThatHasNothing_isNotToldThatItHasTooMuch() {
        Gate gate = new Gate(1, 0, LONG);
        gate.enter("one");

        assertThat(refusal(gate, "other")).contains("As many queries are waiting");
    }

    @Test
    void onlyPlace_isAnybodys() {
        Gate gate = new Gate(1, 0, LONG);
        gate.enter("one");

        assertThat(gate.free()).isZero();
    }

    @Test
    void otherClient_isLetInBeforeThoseOfAClientThatWaitForItsOwn() {
        Gate gate = new Gate(4, 8, LONG);
        gate.enter("one");
        gate.enter("one");
        CompletableFuture<Gate.Permit> waiting = CompletableFuture.supplyAsync(() -> gate.enter("one"), threads);
        awaitWaiting(gate, 1);

        gate.enter("other");
        assertThat(waiting).isNotDone();
    }

    @Test
    void waitingClient_isLetInOnceAPlaceIsGivenBack() {
        Gate gate = new Gate(2, 2, LONG);
        Gate.Permit first = gate.enter("one");
        CompletableFuture<Gate.Permit> waiting = CompletableFuture.supplyAsync(() -> gate.enter("one"), threads);
        awaitWaiting(gate, 1);

        first.close();
        waiting.join();
        assertThat(gate.free()).isEqualTo(1);
    }

    @Test
    void permit_closedTwice_givesOnePlaceBack() {
        Gate gate = new Gate(4, 0, LONG);
        gate.enter("one");
        Gate.Permit second = gate.enter("one");

        second.close();
        second.close();
        assertThat(gate.free()).isEqualTo(3);
    }

    @Test
    void wait_hasAnEnd() {
        Gate gate = new Gate(1, 1, Duration.ofMillis(20));
        Gate.Permit first = gate.enter("one");

        assertThat(refusal(gate, "other")).contains("taken for too long");
        first.close();
        gate.enter("other");
    }

    @Test
    void queue_thatIsFull_isSaidToBe() {
        Gate gate = new Gate(1, 2, LONG);
        gate.enter("one");
        List<CompletableFuture<Gate.Permit>> waiting = List.of(
                CompletableFuture.supplyAsync(() -> gate.enter("two"), threads),
                CompletableFuture.supplyAsync(() -> gate.enter("three"), threads));
        awaitWaiting(gate, waiting.size());

        assertThat(refusal(gate, "four")).contains("As many queries are waiting");
    }

    @Test
    void manyAtOnce_areNeverMoreThanThereArePlaces() {
        Gate gate = new Gate(4, 1_000, LONG);
        List<Integer> free = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String client = "client " + i % 5;
            all.add(CompletableFuture.runAsync(
                    () -> {
                        try (Gate.Permit permit = gate.enter(client)) {
                            free.add(gate.free());
                        }
                    },
                    threads));
        }
        all.forEach(CompletableFuture::join);

        assertThat(free).hasSize(200).allMatch(number -> number >= 0 && number < 4);
        assertThat(gate.free()).isEqualTo(4);
    }

    @Test
    void interruptedClient_givesUpItsTurn() {
        Gate gate = new Gate(1, 1, LONG);
        gate.enter("one");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> gate.enter("other")).isInstanceOf(ProblemException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(gate.waiting()).isZero();
    }
}
