package eu.solutionatlas;

import eu.solutionatlas.harvest.HarvestReport;
import eu.solutionatlas.harvest.HarvestState;
import eu.solutionatlas.harvest.Harvester;
import eu.solutionatlas.harvest.Result;
import eu.solutionatlas.load.Finding;
import eu.solutionatlas.network.HubReport;
import eu.solutionatlas.network.HubStatus;
import eu.solutionatlas.network.HubStatuses;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the pages of the network show of hubs beside the data.
 *
 * @param silent whether queries to a hub came to nothing lately
 */
record HarvestStatuses(Harvester harvester, Predicate<String> silent) implements HubStatuses {
    @Override
    public HubStatus status(String hub) {
        HarvestState state = harvester.state(hub);
        return new HubStatus(
                state.lastTried(),
                state.lastSeen(),
                state.latency(),
                state.result().map(HarvestStatuses::outcome),
                state.reason(),
                state.failures(),
                state.next(),
                silent.test(hub));
    }

    @Override
    public Optional<HubReport> report(String hub) {
        return harvester.report(hub).map(HarvestStatuses::report);
    }

    @Override
    public Optional<byte[]> json(String hub) {
        return Optional.of(harvester.json(hub));
    }

    private static HubReport report(HarvestReport report) {
        return new HubReport(
                report.at(),
                report.source(),
                report.whole(),
                report.version(),
                outcome(report.result()),
                report.reason(),
                new HubReport.Counts(
                        report.counts().taken(),
                        report.counts().added(),
                        report.counts().changed(),
                        report.counts().withdrawn(),
                        report.counts().rejected()),
                report.findings().stream()
                        .map(finding -> new HubReport.Finding(finding.iri(), level(finding.level()), finding.message()))
                        .toList(),
                report.omitted());
    }

    private static HubStatus.Outcome outcome(Result result) {
        return switch (result) {
            case TAKEN -> HubStatus.Outcome.TAKEN;
            case UNCHANGED -> HubStatus.Outcome.UNCHANGED;
            case HELD -> HubStatus.Outcome.HELD;
            case FAILED -> HubStatus.Outcome.FAILED;
        };
    }

    private static HubReport.Level level(Finding.Level level) {
        return switch (level) {
            case ERROR -> HubReport.Level.ERROR;
            case WARNING -> HubReport.Level.WARNING;
            case HINT -> HubReport.Level.HINT;
        };
    }
}
