package eu.solutionatlas.joining;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.solutionatlas.harvest.Discovery;
import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.partner.HubState;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.partner.Partners;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at hubs that want to take part, one at a time, in the order of their coming. What came of it is remembered for a
 * day, and forgotten with a restart; hubs that were noted wait in a file.
 */
public final class Announcements implements AutoCloseable {
    /** Announced hubs that are kept at a time. */
    static final int MOST_ANNOUNCED = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Announcements.class);
    private static final int WAITING = 8;
    private static final int REMEMBERED = 500;
    private static final int SHOWN = 3;
    private static final int TOKEN_BYTES = 16;
    private static final long STOP_SECONDS = 10;
    private static final Duration LOOK = Duration.ofSeconds(90);

    /** An announcement and what came of it. */
    record Ticket(String token, URI address, Verdict verdict) {}

    private final Discovery discovery;
    private final Partners partners;
    private final Assessment assessment;
    private final SecureRandom random = new SecureRandom();
    private final AtomicReference<Cancel> running = new AtomicReference<>(new Cancel());
    private final Cache<String, Ticket> tickets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(Duration.ofDays(1))
            .build();
    private final ThreadPoolExecutor background = new ThreadPoolExecutor(
            1,
            1,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("announcements").daemon().factory());
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("announcements-watch").daemon().factory());

    public Announcements(Discovery discovery, Partners partners, Clock clock) {
        this.discovery = discovery;
        this.partners = partners;
        this.assessment = new Assessment(partners, MOST_ANNOUNCED, clock);
        background.allowCoreThreadTimeOut(true);
    }

    /** Puts an address into the queue; empty when it is full. The same address a second time is the same ticket. */
    Optional<Ticket> take(URI address) {
        Optional<Ticket> waiting = tickets.asMap().values().stream()
                .filter(ticket -> ticket.address().equals(address) && ticket.verdict() instanceof Verdict.Waiting)
                .findFirst();
        if (waiting.isPresent()) {
            return waiting;
        }
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        Ticket ticket = new Ticket(HexFormat.of().formatHex(token), address, new Verdict.Waiting());
        tickets.put(ticket.token(), ticket);
        try {
            background.execute(() -> look(ticket));
            return Optional.of(ticket);
        } catch (RejectedExecutionException e) {
            tickets.invalidate(ticket.token());
            return Optional.empty();
        }
    }

    Optional<Ticket> ticket(String token) {
        return Optional.ofNullable(tickets.getIfPresent(token));
    }

    private void look(Ticket ticket) {
        Verdict verdict = new Verdict.Lost();
        Cancel cancel = new Cancel();
        running.set(cancel);
        try {
            if (!background.isShutdown()) {
                watch.schedule(cancel::cancel, LOOK.toSeconds(), TimeUnit.SECONDS);
                verdict = assessment.of(ticket.address(), discovery.at(ticket.address(), cancel));
            }
        } catch (RuntimeException e) {
            LOG.error("The announcement of {} went wrong", ticket.address(), e);
        } finally {
            tickets.put(ticket.token(), new Ticket(ticket.token(), ticket.address(), verdict));
        }
        log(ticket, verdict);
    }

    private static void log(Ticket ticket, Verdict verdict) {
        switch (verdict) {
            case Verdict.Noted noted ->
                LOG.warn(
                        "The hub at {} wants to take part, and is noted as {}: 'solution-atlas hub list' shows"
                                + " it, 'solution-atlas hub accept {}' lets it in, 'solution-atlas hub remove {}' does not",
                        ticket.address(),
                        noted.id(),
                        noted.id(),
                        noted.id());
            case Verdict.Unfinished unfinished ->
                LOG.warn(
                        "The hub at {} wants to take part, but {}. If it is to: {}",
                        ticket.address(),
                        String.join("; ", unfinished.missing()),
                        unfinished.command());
            default -> LOG.info("Announcement of {}: {}", ticket.address(), VerdictJson.state(verdict));
        }
    }

    /** Hubs that the operator has to say more about before they can be registered, with the command that does it. */
    public List<String> unfinished() {
        return tickets.asMap().values().stream()
                .filter(ticket -> ticket.verdict() instanceof Verdict.Unfinished)
                .map(ticket -> ticket.address() + ": " + ((Verdict.Unfinished) ticket.verdict()).command())
                .distinct()
                .sorted()
                .toList();
    }

    /** Who waits for the operator, in words that anybody may read; empty when nobody does. */
    public Optional<String> concern() {
        List<String> names = partners.now().all().stream()
                .filter(partner -> partner.state() == HubState.ANNOUNCED)
                .map(Partner::id)
                .toList();
        int unfinished = unfinished().size();
        if (names.isEmpty() && unfinished == 0) {
            return Optional.empty();
        }
        String shown = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        String more = names.size() > SHOWN ? " and " + (names.size() - SHOWN) + " more" : "";
        String others = unfinished == 0
                ? ""
                : (names.isEmpty() ? "" : "; ") + unfinished + " announced without all that is needed";
        return Optional.of((names.size() + unfinished == 1 ? "a hub wants" : "hubs want") + " to join: " + shown + more
                + others + " (solution-atlas hub list)");
    }

    /** Gives up what is being read. */
    @Override
    public void close() {
        background.shutdownNow();
        running.get().cancel();
        watch.shutdownNow();
        try {
            background.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
