package eu.solutionatlas.harvest;

import eu.solutionatlas.load.Finding;

/**
 * Something found in one record of a partner.
 *
 * @param iri of the record or thing; empty when it is about the harvest as a whole
 * @param level an error keeps the record out, and its last good copy in
 * @param message what is wrong and how to mend it, in English
 */
public record RecordFinding(String iri, Finding.Level level, String message) {
    private static final int LONGEST_IRI = 500;
    private static final int LONGEST_MESSAGE = 1_500;

    /** Both are cut: a partner decides how long what they quote is. */
    public RecordFinding {
        iri = cut(iri, LONGEST_IRI);
        message = cut(message, LONGEST_MESSAGE);
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + "…";
    }
}
