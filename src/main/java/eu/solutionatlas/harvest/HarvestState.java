package eu.solutionatlas.harvest;

import eu.solutionatlas.outbound.Validators;
import eu.solutionatlas.rdf.DataVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of harvesting a hub beside the data: kept in a file of its own, since it changes at each try.
 *
 * @param source the address of which the validators speak
 * @param version the partner's data version that the copy shows, if it has such numbers and says of when they are
 * @param lastTried when it was asked last
 * @param lastSeen when it last answered, be it that nothing has changed
 * @param lastWhole when all its entries were taken, rather than changes
 * @param latency how long it took to answer, the download included
 * @param result how the last try ended
 * @param reason why it is held or failed
 * @param failures how many tries in a row have failed
 * @param next when to ask again; empty for as soon as possible
 */
public record HarvestState(
        String source,
        Validators validators,
        Optional<DataVersion> version,
        Optional<Instant> lastTried,
        Optional<Instant> lastSeen,
        Optional<Instant> lastWhole,
        Optional<Duration> latency,
        Optional<Result> result,
        Optional<String> reason,
        int failures,
        Optional<Instant> next) {
    /** Of a hub that was never asked. */
    public static final HarvestState NEW = new HarvestState(
            "",
            Validators.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty());

    HarvestState tried(Instant at, Duration took) {
        return new HarvestState(
                source,
                validators,
                version,
                Optional.of(at),
                lastSeen,
                lastWhole,
                Optional.of(took),
                result,
                reason,
                failures,
                next);
    }

    HarvestState failed(String why) {
        return ended(Result.FAILED, Optional.of(why), lastSeen, failures + 1);
    }

    HarvestState held(String why, Instant at) {
        return ended(Result.HELD, Optional.of(why), Optional.of(at), 0);
    }

    /** What was held is settled with that: the hub has again what the copy shows. */
    HarvestState unchanged(Instant at) {
        return ended(Result.UNCHANGED, Optional.empty(), Optional.of(at), 0);
    }

    HarvestState taken(Instant at) {
        return ended(Result.TAKEN, Optional.empty(), Optional.of(at), 0);
    }

    private HarvestState ended(Result how, Optional<String> why, Optional<Instant> seen, int failed) {
        return new HarvestState(
                source, validators, version, lastTried, seen, lastWhole, latency, Optional.of(how), why, failed, next);
    }

    /** With what the copy shows from now on. */
    HarvestState showing(String from, Validators seen, Optional<DataVersion> number, Optional<Instant> whole) {
        return new HarvestState(
                from, seen, number, lastTried, lastSeen, whole, latency, result, reason, failures, next);
    }

    HarvestState next(Instant when) {
        return new HarvestState(
                source,
                validators,
                version,
                lastTried,
                lastSeen,
                lastWhole,
                latency,
                result,
                reason,
                failures,
                Optional.of(when));
    }
}
