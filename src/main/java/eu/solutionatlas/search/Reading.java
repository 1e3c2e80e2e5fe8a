package eu.solutionatlas.search;

import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/** The index as it was at one data version. Held open for as long as somebody reads it. */
record Reading(
        DirectoryReader reader,
        IndexSearcher searcher,
        DataVersion version,
        Map<Object, Segment> segments,
        Matching matching,
        Orders orders) {
    private static final String NUMBER = "data-version";
    private static final String AT = "data-changed";
    private static final String SCHEMA = "schema";

    static Reading of(DirectoryReader reader) throws IOException {
        return of(reader, Map.of());
    }

    /** The next state of the same index; what is kept of segments that are in both stays. */
    Reading followedBy(DirectoryReader next) throws IOException {
        return of(next, segments);
    }

    private static Reading of(DirectoryReader reader, Map<Object, Segment> known) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        DataVersion version = version(reader.getIndexCommit().getUserData()).orElse(DataVersion.NONE);
        Map<Object, Segment> segments = new LinkedHashMap<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            Object key = leaf.reader().getCoreCacheHelper().getKey();
            segments.put(key, known.getOrDefault(key, new Segment()));
        }
        List<Segment> ofLeaves = List.copyOf(segments.values());
        return new Reading(
                reader, searcher, version, segments, new Matching(searcher, ofLeaves), new Orders(searcher, ofLeaves));
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
