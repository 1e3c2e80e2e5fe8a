package eu.solutionatlas.harvest;

import eu.solutionatlas.load.Finding;

/**
 * Something found in one record of a partner.
 *
 * @param iri of the record or thing; empty when it is about the harvest as a whole
 * @param level an error keeps the record out, and its last good copy in
 * @param message what is wrong and how to mend it, in English
 */
public record RecordFinding(String iri, Finding.Level level, String message) {}
