package eu.solutionatlas.federation;

import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Fault;
import eu.solutionatlas.sparql.guard.RunningQuery;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks many hubs the same at the same time. Every one of them has the whole deadline, and none waits for another. */
final class Scatter implements AutoCloseable {
    /** How often a waiting query looks whether it was ended meanwhile. */
    private static final long LOOK_MILLIS = 50;

    /** Beyond the deadline, which the client keeps by itself. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final HubClient client;
    private final Breaker breaker;
    private final FederationSettings settings;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Scatter(HubClient client, Breaker breaker, FederationSettings settings) {
        this.client = client;
        this.breaker = breaker;
        this.settings = settings;
    }

    /** What came back, by hub; a hub that is left alone for now has a {@link Fault} of kind UNREACHABLE. */
    record Gathered(Map<Target, HubReply> replies, List<Target> paused) {}

    /**
     * Asks.
     *
     * @param own answers for this hub, on this thread while the others are waited for
     * @param running the query that asks; when it is ended, so are the questions
     */
    Gathered ask(List<Target> hubs, Block block, Supplier<HubReply> own, RunningQuery running) {
        Cancel cancel = new Cancel();
        Map<Target, Future<HubReply>> asked = new LinkedHashMap<>();
        List<Target> paused = new ArrayList<>();
        long deadline = System.nanoTime() + settings.deadline().plus(GRACE).toNanos();
        Map<Target, HubReply> replies = new LinkedHashMap<>();
        try {
            for (Target hub : hubs) {
                if (!hub.isThisHub() && breaker.admits(hub.id())) {
                    asked.put(hub, threads.submit(() -> client.ask(hub, block, block.text(hub), cancel)));
                } else if (!hub.isThisHub()) {
                    paused.add(hub);
                }
            }
            hubs.stream().filter(Target::isThisHub).forEach(here -> replies.put(here, own.get()));
            asked.forEach((hub, future) -> {
                HubReply reply = await(future, deadline, running);
                note(hub, reply);
                replies.put(hub, reply);
            });
        } finally {
            cancel.cancel();
        }
        return new Gathered(replies, paused);
    }

    private HubReply await(Future<HubReply> future, long deadline, RunningQuery running) {
        while (true) {
            running.check();
            long left = Math.max(1, (deadline - System.nanoTime()) / 1_000_000);
            try {
                return future.get(Math.min(left, LOOK_MILLIS), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (System.nanoTime() > deadline) {
                    return new HubReply.Failed(
                            Fault.of(
                                    Fault.Kind.TIMEOUT,
                                    "no whole answer within "
                                            + settings.deadline().toMillis() + " ms"),
                            settings.deadline().toMillis());
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("a hub could not be asked", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw running.end(RunningQuery.Stop.CLOSING);
            }
        }
    }

    private void note(Target hub, HubReply reply) {
        switch (reply) {
            case HubReply.Rows rows -> breaker.answered(hub.id());
            case HubReply.Failed failed -> breaker.failed(hub.id(), failed.fault());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
