package eu.solutionatlas.harvest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.solutionatlas.load.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The report of a harvest as JSON, in its file and in answers. */
final class ReportJson {
    private ReportJson() {}

    static ObjectNode write(HarvestReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("hub", report.hub());
        json.put("at", report.at().toString());
        json.put("source", report.source());
        json.put("whole", report.whole());
        StateJson.put(json, "version", report.version());
        json.put("result", report.result().code());
        StateJson.put(json, "reason", report.reason());
        Counts counts = report.counts();
        json.putObject("counts")
                .put("taken", counts.taken())
                .put("added", counts.added())
                .put("changed", counts.changed())
                .put("withdrawn", counts.withdrawn())
                .put("rejected", counts.rejected());
        ArrayNode findings = json.putArray("findings");
        report.findings()
                .forEach(finding -> findings.addObject()
                        .put("iri", finding.iri())
                        .put("level", finding.level().name().toLowerCase(Locale.ROOT))
                        .put("message", finding.message()));
        json.put("omitted", report.omitted());
        return json;
    }

    static HarvestReport read(JsonNode json) {
        JsonNode counts = json.path("counts");
        List<RecordFinding> findings = new ArrayList<>();
        for (JsonNode finding : json.path("findings")) {
            findings.add(new RecordFinding(
                    finding.path("iri").asText(""),
                    level(finding.path("level").asText("")),
                    finding.path("message").asText("")));
        }
        return new HarvestReport(
                json.path("hub").asText(""),
                StateJson.instant(json, "at").orElse(Instant.EPOCH),
                json.path("source").asText(""),
                json.path("whole").asBoolean(),
                StateJson.text(json, "version"),
                StateJson.text(json, "result").flatMap(StateJson::result).orElse(Result.FAILED),
                StateJson.text(json, "reason"),
                new Counts(
                        counts.path("taken").asInt(),
                        counts.path("added").asInt(),
                        counts.path("changed").asInt(),
                        counts.path("withdrawn").asInt(),
                        counts.path("rejected").asInt()),
                findings,
                json.path("omitted").asInt());
    }

    private static Finding.Level level(String name) {
        return Arrays.stream(Finding.Level.values())
                .filter(level -> level.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(Finding.Level.HINT);
    }
}
