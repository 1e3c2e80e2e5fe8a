package eu.solutionatlas.joining;

import eu.solutionatlas.harvest.Counts;
import eu.solutionatlas.harvest.HarvestReport;
import eu.solutionatlas.harvest.HarvestState;
import eu.solutionatlas.harvest.RecordFinding;
import eu.solutionatlas.harvest.Result;
import eu.solutionatlas.partner.Partner;
import eu.solutionatlas.rdf.Iris;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Partners and their harvests in lines for a terminal. */
final class HubLines {
    private static final int FINDINGS = 10;

    private HubLines() {}

    /** What the register says of a partner. */
    static List<String> partner(Partner hub) {
        List<String> lines = new ArrayList<>();
        lines.add(hub.id() + " (" + hub.state().code() + ")");
        hub.name().byLanguage().forEach((language, text) -> lines.add(line("name", text + "@" + language)));
        hub.homepage().ifPresent(address -> lines.add(line("homepage", address)));
        String regions = hub.regions().stream()
                .map(region -> region.getURI().substring(region.getURI().lastIndexOf('/') + 1))
                .collect(Collectors.joining(" "));
        if (!regions.isEmpty()) {
            lines.add(line("regions", regions));
        }
        hub.spaces().forEach(space -> lines.add(line("speaks for", space)));
        hub.endpoint().ifPresent(address -> lines.add(line("endpoint", address)));
        hub.dump().ifPresent(address -> lines.add(line("dump", address)));
        hub.changes().ifPresent(address -> lines.add(line("changes", address)));
        hub.contact().role().ifPresent(role -> lines.add(line("contact", role)));
        hub.contact().email().ifPresent(email -> lines.add(line("e-mail", email)));
        return lines;
    }

    /** The same, and how copying from it goes. */
    static List<String> partner(Partner hub, long entries, HarvestState state) {
        List<String> lines = new ArrayList<>(partner(hub));
        lines.add(line("entries", Long.toString(entries)));
        lines.add(line("last seen", state.lastSeen().map(String::valueOf).orElse("not yet")));
        state.result().ifPresent(result -> lines.add(line("harvest", result(result, state.reason()))));
        return lines;
    }

    private static String result(Result result, Optional<String> reason) {
        String why = reason.map(words -> ": " + words).orElse("");
        return result.code().toUpperCase(Locale.ROOT) + why;
    }

    /** How a harvest ended. */
    static List<String> harvest(String hub, HarvestState state, Optional<HarvestReport> report, Iris iris) {
        List<String> lines = new ArrayList<>();
        Result result = state.result().orElse(Result.FAILED);
        lines.add("Harvest of " + hub + ": " + result(result, state.reason()));
        boolean reported = result == Result.TAKEN || result == Result.HELD;
        report.filter(last -> reported).ifPresent(last -> {
            if (!last.counts().equals(Counts.NONE)) {
                lines.add(figures(last, result));
            }
            findings(last, lines);
            lines.add("The whole report: " + iris.base() + "federation/report/" + hub);
        });
        if (result == Result.HELD) {
            lines.add("Nothing was changed. If it is right all the same: solution-atlas hub harvest " + hub
                    + " --accept-held");
        }
        return lines;
    }

    private static String figures(HarvestReport report, Result result) {
        Counts counts = report.counts();
        return result == Result.TAKEN
                ? "  " + counts.taken() + " sound entries came, " + counts.added() + " of them new, " + counts.changed()
                        + " changed; " + counts.withdrawn() + " withdrawn, " + counts.rejected() + " rejected"
                : "  " + counts.taken() + " sound entries came; " + counts.withdrawn() + " would vanish, "
                        + counts.rejected() + " have errors";
    }

    private static void findings(HarvestReport report, List<String> lines) {
        List<RecordFinding> findings = report.findings();
        findings.stream()
                .limit(FINDINGS)
                .forEach(finding -> lines.add("  " + finding.level().name().toLowerCase(Locale.ROOT) + ": "
                        + finding.message() + (finding.iri().isEmpty() ? "" : " [" + finding.iri() + "]")));
        int more = Math.max(0, findings.size() - FINDINGS) + report.omitted();
        if (more > 0) {
            lines.add("  and " + more + " more findings");
        }
    }

    private static String line(String label, String value) {
        return "  " + (label + ":          ").substring(0, 12) + value;
    }
}
