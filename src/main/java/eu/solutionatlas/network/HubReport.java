package eu.solutionatlas.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of copying the entries of a hub.
 *
 * @param at when it ended
 * @param source the address that was read
 * @param whole whether all entries came, rather than what has changed
 * @param version the hub's data version, if it says one
 * @param reason why it is held or failed, in English
 * @param omitted how many further findings there were
 */
public record HubReport(
        Instant at,
        String source,
        boolean whole,
        Optional<String> version,
        HubStatus.Outcome outcome,
        Optional<String> reason,
        Counts counts,
        List<Finding> findings,
        int omitted) {
    public HubReport {
        findings = List.copyOf(findings);
    }

    /**
     * The figures.
     *
     * @param taken sound entries that came
     * @param added of them new here
     * @param changed of them not as they were here
     * @param withdrawn entries that were here and are taken out
     * @param rejected entries that came and have errors
     */
    public record Counts(int taken, int added, int changed, int withdrawn, int rejected) {}

    /** How bad a finding is. */
    public enum Level {
        /** The record is kept out, and its last good copy in. */
        ERROR,
        WARNING,
        HINT
    }

    /**
     * Something found in one record.
     *
     * @param iri of the record or thing; empty when it is about the whole
     * @param message what is wrong and how to mend it, in English
     */
    public record Finding(String iri, Level level, String message) {}
}
