package eu.solutionatlas.load;

import eu.solutionatlas.rdf.DataVersion;

/** What became of a load. */
public sealed interface LoadOutcome {
    /** What reading the files brought to light, in every case. */
    Report report();

    /**
     * All entries are in the catalogue.
     *
     * @param version the catalogue's data version now
     * @param changed how many documents are not as they were
     */
    record Loaded(Report report, DataVersion version, int changed) implements LoadOutcome {}

    /** There are errors, so nothing was loaded; the catalogue is as it was. */
    record Rejected(Report report) implements LoadOutcome {}
}
