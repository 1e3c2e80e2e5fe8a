package eu.solutionatlas.federation;

import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The reports of answers as JSON, for an hour: {@code /federation/answer/ID}. */
final class ReportRoutes {
    private final Reports reports;

    ReportRoutes(Reports reports) {
        this.reports = reports;
    }

    void addTo(RoutesConfig routes) {
        Routes.read(routes, "/federation/answer/{id}", this::answer);
    }

    private void answer(Context ctx) {
        AnswerReport report = reports.find(ctx.pathParam("id"))
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound("There is no report of that name. Reports are kept for "
                                + Reports.KEPT.toMinutes() + " minutes.")));
        ctx.header("Cache-Control", "private, max-age=" + Reports.KEPT.toSeconds());
        ctx.header("Access-Control-Allow-Origin", "*");
        ctx.json(json(report));
    }

    private static Map<String, Object> json(AnswerReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", code(report.status()));
        json.put("source", code(report.how()));
        json.put(
                "hubs",
                report.answers().stream()
                        .map(answer -> json(report.how(), answer))
                        .toList());
        return json;
    }

    private static Map<String, Object> json(AnswerReport.How how, HubAnswer answer) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("hub", answer.hub());
        json.put("part", answer.part());
        json.put("state", code(answer.state()));
        if (how.isByHub()) {
            json.put("rows", answer.rows());
            json.put("ms", answer.millis());
        }
        answer.error().ifPresent(error -> json.put("error", error));
        answer.words().ifPresent(words -> json.put("detail", words));
        answer.copy().ifPresent(copy -> {
            json.put("copyOf", copy.at());
            copy.version().ifPresent(version -> json.put("copyVersion", version));
            if (copy.lacksEntries()) {
                json.put("entriesNotInCopy", copy.notTaken());
            }
        });
        if (answer.foreign() > 0) {
            json.put("rowsAboutOtherHubs", answer.foreign());
        }
        return json;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
