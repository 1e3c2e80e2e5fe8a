package eu.solutionatlas.network;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a partner hub beside the data, since it changes without the data.
 *
 * @param tried when it was asked last
 * @param seen when it last answered, be it that nothing has changed
 * @param latency how long its last answer took
 * @param outcome how the last try ended
 * @param reason why it is held or failed, in English
 * @param failures how many tries in a row have failed
 * @param next when it is asked again
 * @param silent whether it could not be reached by the last queries
 */
public record HubStatus(
        Optional<Instant> tried,
        Optional<Instant> seen,
        Optional<Duration> latency,
        Optional<Outcome> outcome,
        Optional<String> reason,
        int failures,
        Optional<Instant> next,
        boolean silent) {
    /** Of a hub that was never asked. */
    public static final HubStatus NEVER_ASKED = new HubStatus(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.empty(),
            false);

    /** How copying ended. */
    public enum Outcome {
        /** What came is in the catalogue. */
        TAKEN,
        /** Nothing has changed over there. */
        UNCHANGED,
        /** It waits for a person; the catalogue is as it was. */
        HELD,
        /** The hub could not be asked, or not to the end; the catalogue is as it was. */
        FAILED
    }
}
