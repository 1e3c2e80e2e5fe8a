package eu.solutionatlas.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/** What entries of one reading have in common: one walk over the values of a facet, whatever the number of entries. */
final class Shared {
    private final IndexReader reader;
    private final Facet facet;

    Shared(IndexReader reader, Facet facet) {
        this.reader = reader;
        this.facet = facet;
    }

    /** Hands over each value that at least two and at most so many entries have, with these. */
    void each(int most, BiConsumer<String, List<Session.Found>> use) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, facet.field());
        if (terms == null) {
            return;
        }
        Bits live = MultiBits.getLiveDocs(reader);
        StoredFields stored = reader.storedFields();
        TermsEnum values = terms.iterator();
        PostingsEnum postings = null;
        while (values.next() != null) {
            if (values.docFreq() > 1) {
                postings = values.postings(postings, PostingsEnum.NONE);
                List<Integer> documents = living(postings, live, most);
                if (documents.size() > 1 && documents.size() <= most) {
                    List<Session.Found> found = new ArrayList<>();
                    for (int document : documents) {
                        found.add(found(stored.document(document, Set.of(Fields.DOCUMENT, Fields.THING))));
                    }
                    use.accept(values.term().utf8ToString(), found);
                }
            }
        }
    }

    /** One more than are wanted, at most. */
    private static List<Integer> living(PostingsEnum postings, @org.jspecify.annotations.Nullable Bits live, int most)
            throws IOException {
        List<Integer> documents = new ArrayList<>();
        while (documents.size() <= most && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            if (live == null || live.get(postings.docID())) {
                documents.add(postings.docID());
            }
        }
        return documents;
    }

    private static Session.Found found(Document document) {
        return new Session.Found(node(document, Fields.DOCUMENT), node(document, Fields.THING));
    }

    private static Node node(Document document, String field) {
        return NodeFactory.createURI(Fields.value(document, field));
    }
}
