package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Label;
import java.util.List;

/** What the page of the example queries shows. */
public record ExamplesPage(List<Group> groups) {
    /** Examples that belong together. */
    public record Group(Label name, List<Example> examples) {}

    /**
     * One example.
     *
     * @param anchor of it on the page
     * @param question that it answers
     * @param shows what can be learned from it
     * @param query as text
     * @param path of the endpoint that it is for
     * @param form where it stands in a form
     * @param run where its result is
     */
    public record Example(
            String anchor, Label question, Label shows, String query, String path, String form, String run) {}

    /** A link to a form that has the example in it. */
    public record Opened(Label question, String href) {}
}
