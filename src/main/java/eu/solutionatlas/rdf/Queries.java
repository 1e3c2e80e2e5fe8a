package eu.solutionatlas.rdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;

/** SPARQL query files, kept beside the class that uses them. Values are bound as terms, never joined into the text. */
public final class Queries {
    private Queries() {}

    /**
     * Parses a query file in the owner's package.
     *
     * @param owner the class that uses the query
     * @param name the file's name, such as {@code page.rq}
     * @throws IllegalStateException when there is no such file
     */
    public static Query load(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no query " + name + " beside " + owner.getName());
            }
            return QueryFactory.create(new String(in.readAllBytes(), StandardCharsets.UTF_8), Syntax.syntaxSPARQL_11);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
