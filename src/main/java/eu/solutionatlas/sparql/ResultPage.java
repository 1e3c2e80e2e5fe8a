package eu.solutionatlas.sparql;

import java.util.List;
import java.util.Optional;

/**
 * What the page of a query's result shows.
 *
 * @param form with the query, to change it
 * @param outcome what became of the query
 * @param views ways to show the same result, the present one among them; empty when there is one only
 * @param unfit why the view that was asked for is not this one
 * @param body the result itself; empty without rows
 * @param downloads the same answer, whole, in the formats of programs
 * @param origin whom it comes from, where that is not this hub alone
 * @param snippets programs that ask the same
 * @param link to the query, short, as an IRI
 */
public record ResultPage(
        QueryForm form,
        Outcome outcome,
        List<View> views,
        Optional<String> unfit,
        Optional<Body> body,
        List<Download> downloads,
        Optional<Origin> origin,
        List<Snippet> snippets,
        String link) {
    /**
     * What became of a query.
     *
     * @param cut whether there are more rows than these
     * @param words whether the answer is whole, in a sentence
     * @param version of the data, and how long it took, in a sentence
     * @param hints why there may be no rows, a sentence each
     */
    public record Outcome(boolean cut, String words, String version, List<String> hints) {}

    /** One way to show a result. */
    public record View(String title, String href, boolean current) {}

    /** A result in one of the ways to show it. */
    public sealed interface Body {}

    /**
     * As a table.
     *
     * @param columns names of variables
     * @param rows each with a cell for each column
     */
    public record Table(List<String> columns, List<List<Cell>> rows) implements Body {}

    /** As bars, a chart for each column of numbers. */
    public record Bars(List<BarChart> charts) implements Body {}

    /** On the map of regions. */
    public record Mapped(ResultMap map) implements Body {}

    /**
     * One value.
     *
     * @param text empty for none
     * @param href of an IRI that leads somewhere
     * @param language tag of it; empty for none
     */
    public record Cell(String text, Optional<String> href, String language) {
        static final Cell NONE = new Cell("", Optional.empty(), "");
    }

    /** A program that asks the same, in a language that is known by that name. */
    public record Snippet(String title, String text) {}

    /** The same answer in another format. */
    public record Download(String title, String mediaType, String href) {}

    /**
     * Whom an answer comes from.
     *
     * @param summary in a sentence
     * @param whole whether nobody is missing
     * @param live whether everybody has answered himself, and nothing rests on a copy
     * @param columns of the table of hubs
     * @param hubs a row for each
     * @param href of the same as data
     */
    public record Origin(
            String summary, boolean whole, boolean live, List<String> columns, List<List<String>> hubs, String href) {}
}
