package eu.solutionatlas.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found, counted, scored and put in order by bits is what Lucene says itself, over segments with gaps in them. */
class MatchingTest {
    private static final int DOCUMENTS = 600;
    private static final List<String> WORDS = List.of("parking", "flood", "energy", "data", "warning", "bus");
    private static final String TITLE = Fields.byTitle("en");

    private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
    private DirectoryReader reader;
    private IndexSearcher searcher;
    private Matching matching;
    private Orders orders;

    @BeforeEach
    void index() throws IOException {
        Random random = new Random(7);
        try (IndexWriter writer =
                new IndexWriter(directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
            for (int n = 0; n < DOCUMENTS; n++) {
                writer.addDocument(document(n, random));
                // One large segment, some small ones.
                if (n == 400 || n > 400 && n % 60 == 0) {
                    writer.commit();
                }
            }
            for (int n = 0; n < DOCUMENTS; n += 7) {
                writer.deleteDocuments(new Term(Fields.DOCUMENT, Integer.toString(n)));
            }
        }
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        List<Segment> segments =
                reader.leaves().stream().map(leaf -> new Segment()).toList();
        matching = new Matching(searcher, segments);
        orders = new Orders(searcher, segments);
    }

    private static Document document(int n, Random random) {
        Document document = new Document();
        document.add(new StringField(Fields.DOCUMENT, Integer.toString(n), Field.Store.NO));
        for (int i = 0; i < random.nextInt(4); i++) {
            String word = WORDS.get(random.nextInt(WORDS.size()));
            document.add(new TextField(Fields.Part.TEXT.in("en"), word + " " + word.substring(1), Field.Store.NO));
            document.add(new TextField(Fields.WORDS, word, Field.Store.NO));
        }
        document.add(new StringField(Facet.THEME.field(), "theme-" + random.nextInt(3), Field.Store.NO));
        document.add(new StringField(Facet.YEAR.field(), Integer.toString(random.nextInt(200)), Field.Store.NO));
        document.add(new SortedDocValuesField(TITLE, new BytesRef("title " + random.nextInt(300))));
        document.add(new SortedDocValuesField(Fields.ENTERED, new BytesRef("2026-11-" + (10 + random.nextInt(5)))));
        return document;
    }

    @AfterEach
    void close() throws IOException {
        reader.close();
        directory.close();
    }

    static Stream<Query> queries() {
        return Stream.of(
                MatchAllDocsQuery.INSTANCE,
                new TermQuery(new Term(Fields.WORDS, "flood")),
                new TermQuery(new Term(Fields.WORDS, "nowhere")),
                new PrefixQuery(new Term(Fields.WORDS, "pa")),
                new WordQuery("parking", "en").strict(),
                new WordQuery("parking energy", "en").strict(),
                new WordQuery("parkimg", "en").loose(),
                new WordQuery("parking flod enrgy", "en").loose(),
                new WordQuery("bus data flood energy nowhere", "en").loose(),
                new WordQuery("...", "en").strict());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void of_anyQuery_isWhatLuceneFinds(Query query) throws IOException {
        assertThat(numbers(matching.of(query)))
                .containsExactlyInAnyOrderElementsOf(documents(searcher.search(query, DOCUMENTS).scoreDocs));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void scores_anyQuery_areThoseOfLucene(Query query) throws IOException {
        float[] scores = new QueryScores(searcher).of(query);

        for (ScoreDoc found : searcher.search(query, DOCUMENTS).scoreDocs) {
            assertThat(scores[found.doc]).isCloseTo(found.score, within(found.score / 10_000));
        }
    }

    @Test
    void best_equalScores_areByTitle() throws IOException {
        Query text = new WordQuery("flood", "en").strict();
        Matches found = matching.of(text);

        assertThat(orders.best(found, text, found, TITLE, 5, 100))
                .isEqualTo(sorted(text, SortField.FIELD_SCORE, title()).subList(5, 105));
    }

    @Test
    void byTitle_severalSegments_isOneOrder() throws IOException {
        Query text = new TermQuery(new Term(Fields.WORDS, "flood"));

        assertThat(orders.byTitle(matching.of(text), TITLE, 0, DOCUMENTS)).isEqualTo(sorted(text, title()));
    }

    @Test
    void newest_oneDay_isByTitle() throws IOException {
        Query text = new TermQuery(new Term(Fields.WORDS, "flood"));

        assertThat(orders.newest(matching.of(text), TITLE, 0, DOCUMENTS))
                .isEqualTo(sorted(text, new SortField(Fields.ENTERED, SortField.Type.STRING, true), title()));
    }

    @Test
    void byTitle_behindTheEnd_isEmpty() {
        assertThat(orders.byTitle(matching.of(MatchAllDocsQuery.INSTANCE), TITLE, DOCUMENTS, 10))
                .isEmpty();
    }

    @Test
    void counts_frequentAndRareValues_areHowManyWereFound() throws IOException {
        Query text = new TermQuery(new Term(Fields.WORDS, "flood"));
        Matches found = matching.of(text);

        for (Facet facet : List.of(Facet.THEME, Facet.YEAR)) {
            Map<String, Integer> expected = new TreeMap<>();
            for (String value : values(facet)) {
                int count = found.and(matching.of(new TermQuery(new Term(facet.field(), value))))
                        .count();
                if (count > 0) {
                    expected.put(value, count);
                }
            }
            assertThat(matching.counts(found, facet)).as(facet.name()).isEqualTo(expected);
        }
    }

    private static List<String> values(Facet facet) {
        return facet == Facet.THEME
                ? List.of("theme-0", "theme-1", "theme-2")
                : IntStream.range(0, 200).mapToObj(Integer::toString).toList();
    }

    @Test
    void anyOf_valueUnknown_addsNothing() {
        Matches one = matching.anyOf(Facet.THEME.field(), List.of("theme-1"));

        assertThat(matching.anyOf(Facet.THEME.field(), List.of("theme-1", "none"))
                        .count())
                .isEqualTo(one.count())
                .isPositive();
    }

    private static SortField title() {
        return new SortField(TITLE, SortField.Type.STRING);
    }

    private List<Integer> sorted(Query query, SortField... order) throws IOException {
        return documents(searcher.search(query, DOCUMENTS, new Sort(order)).scoreDocs);
    }

    private static List<Integer> documents(ScoreDoc[] found) {
        return Arrays.stream(found).map(one -> one.doc).toList();
    }

    private List<Integer> numbers(Matches matches) {
        FixedBitSet all = matches.whole(reader.leaves());
        List<Integer> numbers = new ArrayList<>();
        for (int document = 0; document < all.length(); document++) {
            if (all.get(document)) {
                numbers.add(document);
            }
        }
        return numbers;
    }
}
