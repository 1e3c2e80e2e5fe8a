package eu.solutionatlas.federation;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.sparql.ResultPage;
import eu.solutionatlas.web.Frame;
import java.util.List;

/** What a report looks like to people. */
final class ReportWords {
    private final Iris iris;

    ReportWords(Iris iris) {
        this.iris = iris;
    }

    /** Where a report can be read for a while. */
    String address(AnswerReport report) {
        return iris.base() + "federation/answer/" + report.id();
    }

    ResultPage.Origin origin(AnswerReport report, Frame frame) {
        boolean whole = report.status() != AnswerReport.Status.PARTIAL;
        return new ResultPage.Origin(
                summary(report, frame),
                whole,
                List.of(
                        frame.text("federation.hub"),
                        frame.text("federation.part"),
                        frame.text("federation.state"),
                        frame.text("federation.rows"),
                        frame.text("federation.time"),
                        frame.text("federation.copy")),
                report.answers().stream()
                        .map(answer -> row(report.how(), answer, frame))
                        .toList(),
                "/federation/answer/" + report.id());
    }

    private static String summary(AnswerReport report, Frame frame) {
        String missing = String.join(", ", report.hubs(HubAnswer::isMissing));
        return switch (report.status()) {
            case COMPLETE ->
                report.how() == AnswerReport.How.OWN
                        ? frame.text("federation.alone")
                        : frame.text("federation.complete");
            case STALE ->
                report.how() == AnswerReport.How.COPIES
                        ? frame.text("federation.from-copies")
                        : frame.text("federation.stale", String.join(", ", report.hubs(HubAnswer::restsOnCopy)));
            case PARTIAL -> frame.text("federation.partial", missing);
        };
    }

    private static List<String> row(AnswerReport.How how, HubAnswer answer, Frame frame) {
        return List.of(
                answer.hub(),
                frame.number(answer.part()),
                state(answer.state(), frame)
                        + answer.words().map(words -> ": " + words).orElse("")
                        + (answer.foreign() > 0
                                ? " " + frame.text("federation.foreign", frame.number(answer.foreign()))
                                : ""),
                how.isByHub() ? frame.number(answer.rows()) : "",
                how.isByHub() ? frame.text("federation.millis", frame.number(answer.millis())) : "",
                answer.copy().map(CopyAge::at).orElse(""));
    }

    private static String state(HubAnswer.State state, Frame frame) {
        return switch (state) {
            case ANSWERED -> frame.text("federation.state.answered");
            case CUT -> frame.text("federation.state.cut");
            case FAILED -> frame.text("federation.state.failed");
            case PAUSED -> frame.text("federation.state.paused");
            case COPIED -> frame.text("federation.state.copied");
            case NOTHING_THERE -> frame.text("federation.state.nothing-there");
        };
    }
}
