package eu.solutionatlas.harvest;

import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.partner.Register;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Harvests all active partners again and again, one at a time, on a thread of its own; and any of them when asked. When
 * a hub is due is kept with its state, so a restart changes nothing.
 */
public final class Harvests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Harvests.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 16;

    /** How often anybody may ask for a hub's harvest. */
    static final Duration BETWEEN_REQUESTS = Duration.ofMinutes(5);

    /** Rounds that a copy may miss before somebody should look. */
    private static final int ROUNDS_MISSED = 3;

    private final Partners partners;
    private final Harvester harvester;
    private final HarvestSettings settings;
    private final Clock clock;
    private final Cancel cancel = new Cancel();
    private final Map<String, Boolean> asked = new ConcurrentHashMap<>();
    private final Map<String, Instant> requested = new ConcurrentHashMap<>();
    private final Queue<Awaited> awaited = new ConcurrentLinkedQueue<>();
    private Set<String> known = Set.of();
    private final ScheduledExecutorService background = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("harvest").daemon().factory());

    public Harvests(Partners partners, Harvester harvester, HarvestSettings settings, Clock clock) {
        this.partners = partners;
        this.harvester = harvester;
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins to harvest what is due. */
    public void begin() {
        long millis = LOOK_EVERY.toMillis();
        background.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
    }

    /** What came of asking for a harvest. */
    public sealed interface Asked {
        /** It will be done soon. */
        record Accepted() implements Asked {}

        /** It was done or asked for just now. */
        record TooSoon(Duration waiting) implements Asked {}

        record Unknown() implements Asked {}

        /** It is a partner, but paused or not yet accepted. */
        record NotActive() implements Asked {}
    }

    /** Asks for a harvest, as anybody may now and then; the partner above all. */
    public Asked request(String hub) {
        Optional<Partner> partner = partners.now().partner(hub);
        if (partner.isEmpty()) {
            return new Asked.Unknown();
        }
        if (!partner.get().isActive()) {
            return new Asked.NotActive();
        }
        Instant now = clock.instant();
        Instant[] wait = {now};
        requested.compute(hub, (id, last) -> {
            if (last == null || !last.plus(BETWEEN_REQUESTS).isAfter(now)) {
                return now;
            }
            wait[0] = last.plus(BETWEEN_REQUESTS);
            return last;
        });
        if (wait[0].isAfter(now)) {
            return new Asked.TooSoon(Duration.between(now, wait[0]));
        }
        soon(hub, false);
        return new Asked.Accepted();
    }

    /**
     * Harvests a hub as soon as the thread is free, for the operator.
     *
     * @param accept whether to take what is held
     */
    public void soon(String hub, boolean accept) {
        asked.merge(hub, accept, Boolean::logicalOr);
        background.execute(this::look);
    }

    /** A harvest that somebody waits for. */
    private record Awaited(String hub, boolean accept, CompletableFuture<HarvestState> ended) {}

    /**
     * Harvests a hub before all others, for an operator who waits for how it ends.
     *
     * @param accept whether to take what is held
     * @return fails with {@link CancellationException} when the hub stops first, or the partner is none or not active
     */
    public Future<HarvestState> await(String hub, boolean accept) {
        Awaited order = new Awaited(hub, accept, new CompletableFuture<>());
        awaited.add(order);
        try {
            background.execute(this::obey);
        } catch (RejectedExecutionException e) {
            order.ended().cancel(false); // it stops
        }
        return order.ended();
    }

    private void obey() {
        for (Awaited next = awaited.poll(); next != null; next = awaited.poll()) {
            try {
                obey(next);
            } catch (RuntimeException e) {
                LOG.error("The harvest of {} went wrong", next.hub(), e);
            } finally {
                next.ended().cancel(false); // nothing, when it has ended
            }
        }
    }

    private void obey(Awaited order) {
        Optional<Partner> partner = partners.now().partner(order.hub()).filter(Partner::isActive);
        if (partner.isPresent() && !cancel.isCancelled()) {
            harvest(partner.get(), order.accept());
            if (!cancel.isCancelled()) {
                order.ended().complete(harvester.state(order.hub()));
            }
        }
    }

    private void look() {
        try {
            round();
        } catch (RuntimeException e) {
            // Thrown on, it would end the schedule.
            LOG.error("The harvests could not be looked after; trying again", e);
        }
    }

    private void round() {
        Register register = partners.now();
        Set<String> present = register.all().stream().map(Partner::id).collect(Collectors.toSet());
        if (!present.equals(known)) {
            harvester.files().forgetAllBut(present);
            known = present;
        }
        for (Partner partner : register.active()) {
            if (background.isShutdown()) {
                return;
            }
            obey();
            Boolean accept = asked.remove(partner.id());
            if (accept != null || isDue(harvester.state(partner.id()))) {
                harvest(partner, Boolean.TRUE.equals(accept));
            }
        }
    }

    private boolean isDue(HarvestState state) {
        return !settings.every().isZero()
                && state.next().filter(clock.instant()::isBefore).isEmpty();
    }

    private void harvest(Partner partner, boolean accept) {
        try {
            HarvestState state = harvester.harvest(partner, accept, cancel);
            if (cancel.isCancelled()) {
                return; // what was given up is done again after the next start
            }
            harvester.files().write(partner.id(), state.next(next(partner.id(), state.failures())));
            log(partner, state);
        } catch (RuntimeException | StackOverflowError e) {
            // Of our own making: it must not keep the other hubs from being harvested, nor be tried every second.
            LOG.error("The harvest of {} went wrong", partner.id(), e);
            HarvestState state = harvester.state(partner.id()).failed("something went wrong on our side");
            harvester.files().write(partner.id(), state.next(next(partner.id(), state.failures())));
        }
    }

    private static void log(Partner partner, HarvestState state) {
        String result = state.result().map(Result::code).orElse("");
        if (state.reason().isPresent()) {
            LOG.warn(
                    "Harvest of {}: {}: {}",
                    partner.id(),
                    result,
                    state.reason().get());
        } else {
            LOG.info("Harvest of {}: {}", partner.id(), result);
        }
    }

    /**
     * When a hub is due again: at its own place in the rhythm, so that hubs come one after the other; after failures
     * sooner, waiting twice as long each time.
     */
    Instant next(String hub, int failures) {
        Instant now = clock.instant();
        long every = Math.max(1, settings.every().toMillis());
        if (failures > 0) {
            long wait = FIRST_RETRY.toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
            return now.plusMillis(Math.min(wait, every));
        }
        long place = Math.floorMod(hub.hashCode() * 0x9E3779B97F4A7C15L >>> 1, every);
        long earliest = now.toEpochMilli() + every / 2;
        return Instant.ofEpochMilli(earliest + Math.floorMod(place - earliest, every));
    }

    /** Hubs whose copies are older than three rounds, or wait for a person, in words; empty when there are none. */
    public Optional<String> concern() {
        List<String> words = partners.now().active().stream()
                .flatMap(partner -> concern(partner.id()).stream())
                .toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    private Optional<String> concern(String hub) {
        HarvestState state = harvester.state(hub);
        if (state.result().filter(Result.HELD::equals).isPresent()) {
            return Optional.of("the harvest of " + hub + " waits for you: "
                    + state.reason().orElse(""));
        }
        boolean old = !settings.every().isZero()
                && state.lastTried().isPresent()
                && state.lastSeen()
                        .filter(clock.instant().minus(settings.every().multipliedBy(ROUNDS_MISSED))::isBefore)
                        .isEmpty()
                && state.failures() >= ROUNDS_MISSED;
        return old
                ? Optional.of("the copy of " + hub + " is from "
                        + state.lastSeen().map(Instant::toString).orElse("never") + ": "
                        + state.reason().orElse(""))
                : Optional.empty();
    }

    /** Gives up what runs; it is done again after the next start. */
    @Override
    public void close() {
        background.shutdown();
        cancel.cancel();
        try {
            if (!background.awaitTermination(30, TimeUnit.SECONDS)) {
                background.shutdownNow();
            }
            awaited.forEach(order -> order.ended().cancel(false));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
