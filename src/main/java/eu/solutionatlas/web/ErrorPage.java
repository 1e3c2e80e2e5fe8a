package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;
import java.util.List;
import java.util.function.Supplier;

/** Shows a problem in the frame of every page: what is wrong, and ways on. */
public final class ErrorPage implements ProblemPage {
    /**
     * What the template shows.
     *
     * @param heading in the reader's language, by status or kind
     * @param advice what the reader may do, in their language; the problem itself says more in English
     */
    public record Model(Problem problem, String heading, String advice) {}

    private final Frames frames;
    private final Views views;
    private final Supplier<DataVersion> current;

    public ErrorPage(Frames frames, Views views, Supplier<DataVersion> current) {
        this.frames = frames;
        this.views = views;
        this.current = current;
    }

    @Override
    public byte[] render(Problem problem, Language language) {
        Frame frame = frames.of(new Address("/"), List.of(), new Reader(language, false));
        Model model = model(frame, problem);
        return views.render("web/problem.jte", frame.about(model.heading(), "", current.get()), model);
    }

    private static Model model(Frame frame, Problem problem) {
        int status = problem.status();
        // What passes says when.
        if (status == 503 && !problem.headers().containsKey("Retry-After")) {
            return new Model(problem, frame.text("problem.our-fault"), frame.text("advice.our-fault"));
        }
        return switch (status) {
            case 404 -> new Model(problem, frame.text("problem.not-found"), frame.text("advice.not-found"));
            case 406 -> new Model(problem, frame.text("problem.not-acceptable"), frame.text("advice.not-acceptable"));
            case 403, 405 -> new Model(problem, frame.text("problem.not-allowed"), frame.text("advice.not-allowed"));
            case 413, 414, 431 -> new Model(problem, frame.text("problem.too-large"), frame.text("advice.too-large"));
            case 429, 503 -> new Model(problem, frame.text("problem.busy"), frame.text("advice.busy"));
            default ->
                status < 500
                        ? new Model(problem, frame.text("problem.bad-request"), frame.text("advice.bad-request"))
                        : new Model(problem, frame.text("problem.our-fault"), frame.text("advice.our-fault"));
        };
    }
}
