package eu.solutionatlas.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.Names;
import org.apache.jena.dboe.transaction.txn.TransactionException;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a process that was killed in the middle of a commit can leave at the end of TDB2's own journal: part of an entry.
 * TDB2 6.0.0 refuses to open such a database, although the transaction of that entry cannot have been committed, since
 * the mark for that is written last. So the part is cut off first; our journal brings the change back if it was sealed.
 */
final class TornWrite {
    private static final Logger LOG = LoggerFactory.getLogger(TornWrite.class);

    private TornWrite() {}

    /** Cuts off what is not whole in a database that nobody has opened. */
    static void cutOff(Path database) throws IOException {
        try (DirectoryStream<Path> generations = Files.newDirectoryStream(database, "Data-*")) {
            for (Path generation : generations) {
                if (Files.exists(generation.resolve(Names.journalFile))) {
                    cutOffIn(Location.create(generation));
                }
            }
        }
    }

    private static void cutOffIn(Location generation) {
        Journal journal = Journal.create(generation);
        try {
            long whole = wholeEntries(journal);
            if (whole < journal.size()) {
                LOG.warn("The last run was ended in the middle of a write; dropping {} bytes", journal.size() - whole);
                journal.truncate(whole);
                journal.sync();
            }
        } finally {
            journal.close();
        }
    }

    /** How many bytes from the beginning are whole entries. TDB2's own reader tells, which checks their checksums. */
    private static long wholeEntries(Journal journal) {
        long whole = 0;
        try {
            while (whole < journal.size()) {
                journal.readJournal(whole);
                whole = journal.position();
            }
        } catch (TransactionException e) {
            LOG.debug("TDB2's journal is whole up to {}", whole, e);
        }
        return whole;
    }
}
