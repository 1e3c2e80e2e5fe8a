package eu.solutionatlas.federation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A query to many hubs that comes with the program, is tested and stands in the documentation.
 *
 * @param question that it answers
 * @param how hubs are asked
 * @param text of the query
 */
public record ExampleQuery(String question, String how, String text) {
    private static final String COMMENT = "# ";
    private static final int COMMENTS = 2;

    /** @param name of its file, without the ending */
    public static ExampleQuery named(String name) {
        String resource = "examples/" + name + ".rq";
        try (InputStream in = Objects.requireNonNull(ExampleQuery.class.getResourceAsStream(resource), resource)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new ExampleQuery(
                    lines.get(0).substring(COMMENT.length()),
                    lines.get(1).substring(COMMENT.length()),
                    String.join("\n", lines.subList(COMMENTS, lines.size())).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
