package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.io.InputStream;
import java.util.Optional;

/**
 * The log of all changes, one RDF Patch per data version, without gaps. An entry is sealed before its transaction
 * commits, so the journal is never behind the store: after a crash, what it is ahead is done again.
 */
interface Journal {
    /** The number of the newest sealed entry; 0 when there is none. */
    long last();

    /** The number of the oldest entry that is kept; 0 when there is none. */
    long first();

    /**
     * What is wrong with the journal as it was found when it was opened, in words for the operator: entries that are
     * missing or not whole. The store does not need them while it is whole itself; empty when all is well.
     */
    Optional<String> flaw();

    /** Begins the entry of the next version. Close it; without {@link JournalEntry#seal} it leaves no trace. */
    JournalEntry begin(DataVersion version, String author, String note);

    /**
     * The bytes of a sealed entry.
     *
     * @throws StoreException when there is no such entry
     */
    InputStream open(long number);
}
