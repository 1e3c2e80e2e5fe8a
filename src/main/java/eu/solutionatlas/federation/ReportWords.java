package eu.solutionatlas.federation;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.sparql.ResultPage;
import eu.solutionatlas.web.Frame;
import java.util.ArrayList;
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
                report.status() == AnswerReport.Status.COMPLETE,
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
        return switch (report.status()) {
            case COMPLETE ->
                report.how() == AnswerReport.How.OWN
                        ? frame.text("federation.alone")
                        : frame.text("federation.complete");
            case STALE ->
                report.how() == AnswerReport.How.COPIES
                        ? frame.text("federation.from-copies")
                        : frame.text("federation.stale", String.join(", ", report.hubs(HubAnswer::restsOnCopy)));
            case PARTIAL -> partial(report, frame);
        };
    }

    private static String partial(AnswerReport report, Frame frame) {
        List<String> words = new ArrayList<>();
        List<String> missing = report.hubs(HubAnswer::isMissing);
        if (!missing.isEmpty()) {
            words.add(frame.text("federation.partial", String.join(", ", missing)));
        }
        List<String> lacking = report.hubs(HubAnswer::lacksEntries);
        if (!lacking.isEmpty()) {
            words.add(frame.text("federation.lacking", String.join(", ", lacking)));
        }
        return String.join(" ", words);
    }

    private static String copy(CopyWorth worth, Frame frame) {
        return worth.lacksEntries()
                ? frame.text("federation.copy-lacks", worth.at(), frame.number(worth.notTaken()))
                : worth.at();
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
                answer.copy().map(worth -> copy(worth, frame)).orElse(""));
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
