package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways in which a page shows a result. */
enum ResultView {
    TABLE("table"),
    CHART("chart"),
    MAP("map");

    static final String PARAMETER = "view";

    private final String word;

    ResultView(String word) {
        this.word = word;
    }

    /** The value of the parameter. */
    String word() {
        return word;
    }

    String title(Frame frame) {
        return switch (this) {
            case TABLE -> frame.text("sparql.view.table");
            case CHART -> frame.text("sparql.view.chart");
            case MAP -> frame.text("sparql.view.map");
        };
    }

    /**
     * Why a result is not shown like this; every result is a table.
     *
     * @param mapping what became of its map
     */
    Optional<String> unfit(Mapping mapping, Frame frame) {
        return switch (this) {
            case TABLE -> Optional.empty();
            case CHART -> Optional.of(frame.text("sparql.unfit.chart"));
            case MAP ->
                Optional.of(
                        switch (mapping) {
                            case Mapping.NoNumberForEach several -> frame.text("sparql.unfit.map-numbers");
                            case Mapping.RowsLeftOut part -> frame.text("sparql.unfit.map-part");
                            case Mapping.NoNumbers none -> frame.text("sparql.unfit.map-none");
                            case Mapping.NotOfRegions others -> frame.text("sparql.unfit.map-groups");
                            case Mapping.NoRegions none -> frame.text("sparql.unfit.map");
                            case Mapping.Drawn drawn -> throw new IllegalStateException("a map that is there");
                        });
        };
    }

    /**
     * The one that a request asks for.
     *
     * @throws ProblemException 400 for an unknown one
     */
    static ResultView of(Optional<String> parameter) {
        return parameter
                .map(word -> Arrays.stream(values())
                        .filter(view -> view.word.equals(word))
                        .findFirst()
                        .orElseThrow(() -> new ProblemException(Problem.badRequest(
                                "unknown-view",
                                "There is no view \"" + word + "\". There is: "
                                        + Arrays.stream(values())
                                                .map(ResultView::word)
                                                .collect(Collectors.joining(", "))
                                        + "."))))
                .orElse(TABLE);
    }
}
