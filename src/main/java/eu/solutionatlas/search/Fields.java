package eu.solutionatlas.search;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Collator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** The fields of the index: how an entry becomes a document of Lucene, and a document found becomes a hit. */
final class Fields {
    /** Raised when entries are indexed in another way, so that an index of the old way is made anew. */
    static final int SCHEMA = 6;

    static final String DOCUMENT = "document";
    static final String THING = "thing";
    static final String KIND = "kind";
    static final String LINK = "link";
    static final String MARK = "mark";
    static final String ENTERED = "entered";
    static final String CHECKSUM = "checksum";
    static final String GIST = "gist";
    /** Every word of an entry as it stands, accents aside. */
    static final String WORDS = "words";
    /** The words of its titles as they stand, for suggestions. */
    static final String TITLE_WORDS = "title-words";

    private static final String STORED_TITLE = "the-title-";
    private static final String STORED_TEXT = "the-text-";
    private static final String BY_TITLE = "by-title-";

    /** Words without their places in a text, which nothing asks for. */
    private static final FieldType WORDS_ONLY = new FieldType();

    static {
        WORDS_ONLY.setTokenized(true);
        WORDS_ONLY.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORDS_ONLY.freeze();
    }

    /** Texts of one weight, each language in a field of its own. */
    enum Part {
        TITLE(6),
        TOPIC(3),
        NAME(2),
        TEXT(1);

        private final float weight;

        Part(float weight) {
            this.weight = weight;
        }

        String in(String language) {
            return name().toLowerCase(Locale.ROOT) + '-' + language;
        }

        /** How much more a word counts here than in the description. */
        float weight() {
            return weight;
        }
    }

    private Fields() {}

    static String byTitle(String language) {
        return BY_TITLE + language;
    }

    static Document document(IndexEntry entry) {
        Document document = new Document();
        document.add(new StringField(DOCUMENT, entry.document().getURI(), Field.Store.YES));
        document.add(new StringField(THING, entry.thing().getURI(), Field.Store.YES));
        document.add(new StringField(KIND, entry.kind(), Field.Store.NO));
        String gist = lines(entry.gist());
        document.add(new StoredField(GIST, gist));
        document.add(new StoredField(CHECKSUM, checksum(entry, gist)));
        entry.links().forEach(link -> document.add(new StringField(LINK, link.getURI(), Field.Store.NO)));
        entry.marks().forEach(mark -> document.add(new StoredField(MARK, mark.getURI())));
        document.add(new SortedDocValuesField(ENTERED, new BytesRef(entry.entered())));
        store(document, STORED_TITLE, entry.title());
        store(document, STORED_TEXT, entry.text());
        addTexts(document, entry);
        addOrder(document, entry);
        entry.facets()
                .forEach((facet, values) ->
                        values.forEach(value -> document.add(new StringField(facet.field(), value, Field.Store.NO))));
        return document;
    }

    private static void store(Document document, String field, Labels labels) {
        labels.byLanguage().forEach((language, text) -> document.add(new StoredField(field + language, text)));
    }

    private static void addTexts(Document document, IndexEntry entry) {
        add(document, Part.TITLE, labels(entry.title()));
        add(document, Part.TOPIC, entry.topics());
        add(document, Part.NAME, entry.names());
        add(document, Part.TEXT, labels(entry.text()));
        entry.title().byLanguage().values().forEach(title -> document.add(new Field(TITLE_WORDS, title, WORDS_ONLY)));
    }

    private static void add(Document document, Part part, List<Label> texts) {
        for (Label text : texts) {
            String language = text.language().replaceFirst("-.*", "");
            if (Analysis.isKnown(language)) {
                document.add(new Field(part.in(language), text.text(), WORDS_ONLY));
            }
            document.add(new Field(WORDS, text.text(), WORDS_ONLY));
        }
    }

    private static List<Label> labels(Labels labels) {
        return labels.byLanguage().entrySet().stream()
                .map(label -> new Label(label.getValue(), label.getKey()))
                .toList();
    }

    private static void addOrder(Document document, IndexEntry entry) {
        for (String language : Analysis.LANGUAGES) {
            String shown = entry.title().in(language, entry.thing().getURI()).text();
            byte[] key = Collator.getInstance(Locale.forLanguageTag(language))
                    .getCollationKey(shown)
                    .toByteArray();
            document.add(new SortedDocValuesField(byTitle(language), new BytesRef(key)));
        }
    }

    /** Tells whether the index has an entry as it is now: any two that differ in anything differ in this. */
    static String checksum(IndexEntry entry) {
        return checksum(entry, lines(entry.gist()));
    }

    private static String checksum(IndexEntry entry, String gist) {
        SortedMap<Facet, Set<String>> facets = new TreeMap<>();
        entry.facets().forEach((facet, values) -> facets.put(facet, new TreeSet<>(values)));
        Set<String> links = new TreeSet<>();
        entry.links().forEach(link -> links.add(link.getURI()));
        String all = List.of(
                        SCHEMA,
                        entry.document(),
                        entry.thing(),
                        entry.kind(),
                        entry.title(),
                        entry.text(),
                        entry.topics(),
                        entry.names(),
                        facets,
                        links,
                        entry.marks(),
                        entry.entered(),
                        gist)
                .toString();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return java.util.HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A graph as N-Triples in alphabetical order, so that equal graphs are equal texts. */
    private static String lines(Graph graph) {
        return graph.stream()
                .map(triple -> NodeFmtLib.strNT(triple.getSubject()) + ' ' + NodeFmtLib.strNT(triple.getPredicate())
                        + ' ' + NodeFmtLib.strNT(triple.getObject()) + " .\n")
                .sorted()
                .collect(Collectors.joining());
    }

    static Hit hit(Document document) {
        SortedMap<String, String> titles = new TreeMap<>();
        SortedMap<String, String> texts = new TreeMap<>();
        List<Node> marks = new ArrayList<>();
        for (IndexableField field : document) {
            String name = field.name();
            if (name.startsWith(STORED_TITLE)) {
                titles.put(name.substring(STORED_TITLE.length()), field.stringValue());
            } else if (name.startsWith(STORED_TEXT)) {
                texts.put(name.substring(STORED_TEXT.length()), field.stringValue());
            } else if (name.equals(MARK)) {
                marks.add(NodeFactory.createURI(field.stringValue()));
            }
        }
        return new Hit(
                NodeFactory.createURI(value(document, DOCUMENT)),
                NodeFactory.createURI(value(document, THING)),
                new Labels(titles),
                new Labels(texts),
                marks,
                value(document, GIST));
    }

    static String value(Document document, String field) {
        return Optional.ofNullable(document.get(field)).orElseThrow();
    }
}
