package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.RunningQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The mark at the end of an answer that is not whole. */
final class Cut {
    private Cut() {}

    /**
     * Why an answer ends early, as a sentence.
     *
     * @param limit what the query was given as a whole, which its asker may have made shorter
     */
    static String reason(RunningQuery.Stop stop, Duration limit, SparqlSettings settings) {
        return switch (stop) {
            case FIRST_ROW -> "The query had no first row after " + words(settings.firstRow()) + ".";
            case TIME -> "The query ran longer than its limit of " + words(limit) + ".";
            case MEMORY -> "The hub ran short of memory, and this query used most of it.";
            case ROWS -> "The answer has more than " + settings.maxRows() + " rows or triples.";
            case BYTES -> "The answer has more than " + settings.maxMegabytes() + " MiB.";
            case CLIENT_GONE -> "The client closed the connection.";
            case CLOSING -> "The hub is going down.";
        };
    }

    private static String words(Duration time) {
        long millis = time.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }

    /**
     * A line that people see, then one that no parser of the format takes, so that a document with it is never taken
     * for a whole one.
     */
    static byte[] marker(String reason, String dump, boolean quoted) {
        // In Turtle and N-Triples the first line alone would be a comment, in CSV a row; an IRI or a quotation that
        // never ends is neither.
        String breaker = quoted ? "\"INCOMPLETE" : "<INCOMPLETE";
        String text = "\n## INCOMPLETE: " + reason + " The whole data: " + dump + "\n" + breaker;
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
