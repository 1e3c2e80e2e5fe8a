package eu.solutionatlas.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.transaction.txn.ComponentId;
import org.apache.jena.dboe.transaction.txn.journal.Journal;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntry;
import org.apache.jena.dboe.transaction.txn.journal.JournalEntryType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On journals that TDB2 itself wrote. */
class TornWriteTest {
    private static final ComponentId COMPONENT = ComponentId.create(null, new byte[] {0, 0, 0, 14});

    @TempDir
    Path database;

    private Path file;
    private byte[] whole;
    private final List<Integer> ends = new ArrayList<>(List.of(0));

    @BeforeEach
    void write() throws IOException {
        Path generation = Files.createDirectories(database.resolve("Data-0001"));
        file = generation.resolve("journal.jrnl");
        Journal journal = Journal.create(Location.create(generation));
        for (int length : List.of(24, 16, 40)) {
            journal.write(JournalEntryType.REDO, COMPONENT, ByteBuffer.allocate(length));
            ends.add(Math.toIntExact(journal.size()));
        }
        journal.writeJournal(JournalEntry.COMMIT);
        ends.add(Math.toIntExact(journal.size()));
        journal.close();
        whole = Files.readAllBytes(file);
    }

    @Test
    void cutOff_wholeJournal_staysAsItIs() throws IOException {
        TornWrite.cutOff(database);

        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }

    @Test
    void cutOff_tornAnywhere_keepsTheEntriesThatAreWhole() throws IOException {
        for (int length = 0; length <= whole.length; length++) {
            int torn = length;
            Files.write(file, Arrays.copyOf(whole, torn));

            TornWrite.cutOff(database);

            int lastEnd = ends.stream()
                    .filter(end -> end <= torn)
                    .mapToInt(end -> end)
                    .max()
                    .orElseThrow();
            assertThat(Files.readAllBytes(file)).isEqualTo(Arrays.copyOf(whole, lastEnd));
        }
    }

    @Test
    void cutOff_entryOfNoughts_isDropped() throws IOException {
        Files.write(file, Arrays.copyOf(whole, whole.length + 64));

        TornWrite.cutOff(database);

        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
}
