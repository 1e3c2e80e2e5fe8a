package eu.solutionatlas.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** One making of the index, open for writing and for reading. */
record Making(Path path, FSDirectory files, IndexWriter writer, Reading reading) {
    /** The documents whose entries link to any of these things. */
    Set<Node> linkingTo(Stream<Node> things) throws IOException {
        Set<BytesRef> targets =
                things.map(thing -> new BytesRef(thing.getURI())).collect(Collectors.toSet());
        Map<String, String> linking = new HashMap<>();
        each(new TermInSetQuery(Fields.LINK, targets), found -> linking.put(Fields.value(found, Fields.DOCUMENT), ""));
        return linking.keySet().stream().map(NodeFactory::createURI).collect(Collectors.toSet());
    }

    /** What these documents are about, as far as the index has them. */
    Set<Node> thingsOf(Collection<Node> documents) throws IOException {
        Set<BytesRef> names = documents.stream()
                .map(document -> new BytesRef(document.getURI()))
                .collect(Collectors.toSet());
        Set<Node> things = new HashSet<>();
        each(
                new TermInSetQuery(Fields.DOCUMENT, names),
                found -> things.add(NodeFactory.createURI(Fields.value(found, Fields.THING))));
        return things;
    }

    /** The checksum of each entry, by the IRI of its document. */
    Map<String, String> checksums() throws IOException {
        Map<String, String> checksums = new HashMap<>();
        each(
                MatchAllDocsQuery.INSTANCE,
                found -> checksums.put(Fields.value(found, Fields.DOCUMENT), Fields.value(found, Fields.CHECKSUM)));
        return checksums;
    }

    private void each(Query query, Consumer<Document> use) throws IOException {
        int all = Math.max(1, reading.reader().maxDoc());
        StoredFields stored = reading.searcher().storedFields();
        for (ScoreDoc found : reading.searcher().search(query, all).scoreDocs) {
            use.accept(stored.document(found.doc));
        }
    }

    void close() throws IOException {
        reading.leave();
        writer.close();
        files.close();
    }
}
