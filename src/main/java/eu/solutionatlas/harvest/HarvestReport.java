package eu.solutionatlas.harvest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of the last harvest of a hub that was not simply unchanged.
 *
 * @param hub its short name
 * @param at when it ended
 * @param source the address that was read
 * @param whole whether all entries came, rather than what has changed
 * @param version the partner's data version, if it says one
 * @param reason why it is held or failed, in English
 * @param omitted how many further findings there were
 */
public record HarvestReport(
        String hub,
        Instant at,
        String source,
        boolean whole,
        Optional<String> version,
        Result result,
        Optional<String> reason,
        Counts counts,
        List<RecordFinding> findings,
        int omitted) {
    public HarvestReport {
        findings = List.copyOf(findings);
    }
}
