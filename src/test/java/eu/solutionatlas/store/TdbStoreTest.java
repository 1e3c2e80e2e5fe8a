package eu.solutionatlas.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TdbStoreTest extends StoreContract {
    private static final StoreSettings SETTINGS = new StoreSettings(0, Duration.ZERO, 0);

    @TempDir
    Path directory;

    @Override
    Store create() {
        return TdbStore.open(directory, CLOCK, SETTINGS);
    }

    private void reopen() {
        store.close();
        store = create();
    }

    @Test
    void open_again_hasWhatWasCommitted() {
        write(ONE, titled(ONE, "first"));

        reopen();

        assertThat(read(ONE)).containsExactly(titled(ONE, "first"));
        assertThat(store.version().number()).isEqualTo(1);
    }

    @Test
    void compact_thenOpenAgain_hasEverything() {
        write(ONE, titled(ONE, "first"));
        store.compact(() -> false);
        write(TWO, titled(TWO, "second"));

        reopen();

        assertThat(read(ONE)).hasSize(1);
        assertThat(read(TWO)).hasSize(1);
    }

    @Test
    void compact_manyCommits_takesLessSpace() throws IOException {
        for (int i = 0; i < 300; i++) {
            write(ONE, titled(ONE, "title " + i));
        }
        long before = size(directory.resolve("store"));

        store.compact(() -> false);

        assertThat(size(directory.resolve("store"))).isLessThan(before);
    }

    /** What the nodes take. The other files are grown in large steps, so that their size says little. */
    private static long size(Path tree) throws IOException {
        long total = 0;
        try (var files = Files.walk(tree)) {
            for (Path file :
                    files.filter(file -> file.endsWith("nodes-data.obj")).toList()) {
                total += Files.size(file);
            }
        }
        return total;
    }

    @Test
    void open_journalAhead_doesTheChangeAgain() throws IOException {
        write(ONE, titled(ONE, "first"));
        store.close();
        Path copy = directory.resolve("before");
        copyTree(directory.resolve("store"), copy);
        store = create();
        write(ONE, titled(ONE, "second"));
        write(TWO, titled(TWO, "third"));
        store.close();
        deleteTree(directory.resolve("store"));
        copyTree(copy, directory.resolve("store"));

        store = create();

        assertThat(store.version().number()).isEqualTo(3);
        assertThat(read(ONE)).containsExactly(titled(ONE, "second"));
        assertThat(read(TWO)).containsExactly(titled(TWO, "third"));
    }

    @Test
    void open_writeTornOff_hasWhatWasCommitted() throws IOException {
        write(ONE, titled(ONE, "first"));
        store.close();
        Files.write(directory.resolve("store/Data-0001/journal.jrnl"), new byte[] {0, 0, 0, 24, 1, 2, 3});

        store = create();

        assertThat(read(ONE)).containsExactly(titled(ONE, "first"));
    }

    @Test
    void open_journalLost_isRefused() throws IOException {
        write(ONE, titled(ONE, "first"));
        store.close();
        deleteTree(directory.resolve("journal"));

        assertThatThrownBy(this::create).isInstanceOf(StoreException.class).hasMessageContaining("journal ends at 0");

        deleteTree(directory.resolve("store"));
        store = create();
    }

    @Test
    void open_damagedEntryThatIsNotNeeded_isAConcern() throws IOException {
        write(ONE, titled(ONE, "first"));
        store.close();
        Path entry = directory.resolve("journal/000000000001.rdfp");
        Files.writeString(entry, Files.readString(entry).replace("TC .", ""));

        store = create();

        assertThat(store.concern())
                .hasValueSatisfying(words -> assertThat(words).contains("entry 1"));
    }

    @Test
    void open_missingEntry_isAConcern() throws IOException {
        write(ONE, titled(ONE, "first"));
        write(ONE, titled(ONE, "second"));
        write(ONE, titled(ONE, "third"));
        store.close();
        Files.delete(directory.resolve("journal/000000000002.rdfp"));

        store = create();

        assertThat(store.concern())
                .hasValueSatisfying(words -> assertThat(words).contains("between 1 and 3"));
    }

    @Test
    void open_damagedEntryThatIsNeeded_saysWhatToDo() throws IOException {
        write(ONE, titled(ONE, "first"));
        store.close();
        deleteTree(directory.resolve("store"));
        Path entry = directory.resolve("journal/000000000001.rdfp");
        Files.writeString(entry, Files.readString(entry).substring(0, 150));

        assertThatThrownBy(this::create).isInstanceOf(StoreException.class).hasMessageContaining("restore the journal");

        deleteTree(directory.resolve("journal"));
        deleteTree(directory.resolve("store"));
        store = create();
    }

    @Test
    void open_damagedStore_saysWhatToDo() throws IOException {
        write(ONE, titled(ONE, "first"));
        store.close();
        Files.writeString(directory.resolve("store/Data-0001/GSPO.dat"), "garbage");

        assertThatThrownBy(this::create)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("made again from the journal");

        // Elsewhere, since TDB2 keeps its own lock on the damaged files as long as the process lives.
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        copyTree(directory.resolve("journal"), elsewhere.resolve("journal"));
        store = TdbStore.open(elsewhere, CLOCK, SETTINGS);
        assertThat(read(ONE)).containsExactly(titled(ONE, "first"));
    }

    @Test
    void open_directoryIsAFile_saysSo() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThatThrownBy(() -> TdbStore.open(file, CLOCK, SETTINGS))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("no directory");
    }

    @Test
    void concern_diskNearlyFull() {
        store.close();
        store = TdbStore.open(directory, CLOCK, new StoreSettings(Long.MAX_VALUE, Duration.ZERO, 0));

        assertThat(store.concern())
                .hasValueSatisfying(words -> assertThat(words).contains("nearly full"));
    }

    @Test
    void concern_allIsWell() {
        assertThat(store.concern()).isEmpty();
    }

    @Test
    void open_unsealedEntry_isDropped() throws IOException {
        write(ONE, titled(ONE, "first"));
        store.close();
        Files.writeString(directory.resolve("journal/next.unfinished"), "H version \"2\" .\nA <a> <b>");

        store = create();

        assertThat(store.version().number()).isEqualTo(1);
        assertThat(directory.resolve("journal/next.unfinished")).doesNotExist();
    }

    @Test
    void open_heldDirectory_namesTheProcess() {
        assertThatThrownBy(this::create)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(
                        "in use by process " + ProcessHandle.current().pid());
    }

    @Test
    void commit_diskNearlyFull_isRefusedAndReadingGoesOn() {
        write(ONE, titled(ONE, "first"));
        store.close();
        store = TdbStore.open(directory, CLOCK, new StoreSettings(Long.MAX_VALUE, Duration.ZERO, 0));

        assertThatThrownBy(() -> write(ONE, titled(ONE, "second")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("nearly full");

        assertThat(read(ONE)).containsExactly(titled(ONE, "first"));
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static void deleteTree(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
