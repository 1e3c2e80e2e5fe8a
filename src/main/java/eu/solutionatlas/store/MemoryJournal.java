package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A journal that lasts as long as its process. */
final class MemoryJournal implements Journal {
    private final List<byte[]> entries = Collections.synchronizedList(new ArrayList<>());

    @Override
    public long last() {
        return entries.size();
    }

    @Override
    public long first() {
        return entries.isEmpty() ? 0 : 1;
    }

    @Override
    public Optional<String> flaw() {
        return Optional.empty();
    }

    @Override
    public JournalEntry begin(DataVersion version, String author, String note) {
        return new Entry(new ByteArrayOutputStream(), version, author, note);
    }

    @Override
    public InputStream open(long number) {
        if (number < 1 || number > entries.size()) {
            throw new StoreException("the journal has no entry " + number);
        }
        return new ByteArrayInputStream(entries.get((int) number - 1));
    }

    private final class Entry extends JournalEntry {
        private final ByteArrayOutputStream bytes;

        Entry(ByteArrayOutputStream bytes, DataVersion version, String author, String note) {
            super(bytes, version, author, note);
            this.bytes = bytes;
        }

        @Override
        void seal() {
            finish();
            entries.add(bytes.toByteArray());
        }

        @Override
        public void close() {}
    }
}
