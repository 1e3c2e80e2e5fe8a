package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.io.InputStream;

/**
 * The log of all changes, one RDF Patch per data version, without gaps. An entry is sealed before its transaction
 * commits, so the journal is never behind the store: after a crash, what it is ahead is done again.
 */
interface Journal {
    /** The number of the newest sealed entry; 0 when there is none. */
    long last();

    /** The number of the oldest entry that is kept; 0 when there is none. */
    long first();

    /** Begins the entry of the next version. Close it; without {@link JournalEntry#seal} it leaves no trace. */
    JournalEntry begin(DataVersion version, String author, String note);

    /**
     * The bytes of a sealed entry.
     *
     * @throws StoreException when there is no such entry
     */
    InputStream open(long number);
}
