package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;
import java.util.List;
import java.util.function.Supplier;

/** Shows a problem in the frame of every page: what is wrong, and ways on. */
public final class ErrorPage implements ProblemPage {
    /**
     * What the template shows.
     *
     * @param heading in the reader's language, by status
     */
    public record Model(Problem problem, String heading) {}

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
        String heading = heading(frame, problem.status());
        return views.render("web/problem.jte", frame.about(heading, "", current.get()), new Model(problem, heading));
    }

    private static String heading(Frame frame, int status) {
        return switch (status) {
            case 404 -> frame.text("problem.not-found");
            case 406 -> frame.text("problem.not-acceptable");
            case 403, 405 -> frame.text("problem.not-allowed");
            case 413, 414, 431 -> frame.text("problem.too-large");
            case 429, 503 -> frame.text("problem.busy");
            default -> status < 500 ? frame.text("problem.bad-request") : frame.text("problem.our-fault");
        };
    }
}
