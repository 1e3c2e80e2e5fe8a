package eu.solutionatlas.search;

import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * The index as it was at one data version. Held open for as long as somebody reads it.
 *
 * @param facets where the values of facets lie; null while the index has none
 */
record Reading(
        DirectoryReader reader,
        IndexSearcher searcher,
        DataVersion version,
        @Nullable SortedSetDocValuesReaderState facets) {
    private static final String NUMBER = "data-version";
    private static final String AT = "data-changed";
    private static final String SCHEMA = "schema";

    static Reading of(DirectoryReader reader) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        DataVersion version = version(reader.getIndexCommit().getUserData()).orElse(DataVersion.NONE);
        return new Reading(reader, searcher, version, facets(reader));
    }

    private static @Nullable SortedSetDocValuesReaderState facets(DirectoryReader reader) throws IOException {
        boolean none = reader.leaves().stream()
                .noneMatch(leaf -> leaf.reader().getFieldInfos().fieldInfo("$facets") != null);
        return none ? null : new DefaultSortedSetDocValuesReaderState(reader, Fields.FACETS);
    }

    /** What is written with a commit, so that the index knows what it is an index of. */
    static Map<String, String> mark(DataVersion version, String schema) {
        Map<String, String> mark = new HashMap<>();
        mark.put(NUMBER, Long.toString(version.number()));
        mark.put(AT, version.at().toString());
        mark.put(SCHEMA, schema);
        return mark;
    }

    /** Whether a commit was written in the way that entries are indexed now. */
    static boolean isOfSchema(Map<String, String> mark, String schema) {
        return schema.equals(mark.get(SCHEMA));
    }

    private static Optional<DataVersion> version(Map<String, String> mark) {
        String number = mark.get(NUMBER);
        String at = mark.get(AT);
        return number == null || at == null
                ? Optional.empty()
                : Optional.of(new DataVersion(Long.parseLong(number), Instant.parse(at)));
    }

    /** Keeps it open for one more; false when it is closed already. */
    boolean enter() {
        return reader.tryIncRef();
    }

    void leave() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
