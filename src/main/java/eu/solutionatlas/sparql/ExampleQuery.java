package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.web.Language;

/**
 * A query that comes with the program, is tested and is shown to people.
 *
 * @param name of it, the last part of its IRI
 * @param question that it answers
 * @param shows what can be learned from it
 * @param text of the query
 * @param path of the endpoint that it is for, such as {@code /sparql}
 * @param anyLanguage whether it could as well ask for texts in another language than English
 */
public record ExampleQuery(String name, Labels question, Labels shows, String text, String path, boolean anyLanguage) {
    /** Its text for a reader, who wants to see names in her language. */
    String text(Language language) {
        return anyLanguage ? text.replace("\"en\"", "\"" + language.tag() + "\"") : text;
    }
}
