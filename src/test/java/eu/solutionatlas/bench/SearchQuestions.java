package eu.solutionatlas.bench;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.OntologyFiles;
import eu.solutionatlas.support.GeneratedCatalogue;
import eu.solutionatlas.support.GeneratedVocabulary;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * What is asked of a catalogue.
 *
 * @param slugs the last parts of the IRIs of some solutions
 * @param frequent words that many texts have
 * @param rare words that very few texts have
 */
record SearchQuestions(int solutions, List<String> slugs, List<String> frequent, List<String> rare) {
    private static final int EACH = 40;
    private static final int PAGE = 24;
    private static final List<String> LARGE = List.of("status=in-operation", "region=DE", "language=en", "region=PL");

    /** @param isList whether the answers are lists */
    record Line(String name, boolean isList, List<String> targets) {}

    static SearchQuestions generated(int solutions) {
        Random random = new Random(Benchmark.SEED);
        return new SearchQuestions(
                solutions,
                random.ints(0, solutions)
                        .distinct()
                        .limit(EACH)
                        .mapToObj(GeneratedCatalogue::solutionSlug)
                        .toList(),
                words(2),
                words(20_000));
    }

    private static List<String> words(int rarity) {
        return IntStream.range(0, Math.min(EACH, GeneratedVocabulary.size(rarity)))
                .mapToObj(n -> GeneratedVocabulary.word(rarity, n, "en"))
                .toList();
    }

    /** The words of the German titles and texts. */
    static SearchQuestions real() throws IOException {
        List<String> slugs = new ArrayList<>();
        Map<String, Integer> counts = new TreeMap<>();
        Pattern german = Pattern.compile("dct:(?:title|description) \"(.*)\"@de");
        try (Stream<Path> files = Files.list(Path.of("data", "solution"))) {
            for (Path file : files.sorted().toList()) {
                slugs.add(file.getFileName().toString().replace(".ttl", ""));
                Matcher texts = german.matcher(Files.readString(file));
                while (texts.find()) {
                    Pattern.compile("\\p{L}{5,}")
                            .matcher(texts.group(1).toLowerCase(Locale.ROOT))
                            .results()
                            .map(word -> word.group())
                            .distinct()
                            .forEach(word -> counts.merge(word, 1, Integer::sum));
                }
            }
        }
        List<String> byCount = new ArrayList<>(counts.keySet());
        byCount.sort(java.util.Comparator.comparing(counts::get));
        List<String> rare = byCount.subList(0, EACH);
        Collections.reverse(byCount);
        return new SearchQuestions(
                slugs.size(),
                slugs.subList(0, EACH),
                List.copyOf(byCount.subList(0, GeneratedVocabulary.FREQUENT)),
                List.copyOf(byCount.subList(byCount.size() - EACH, byCount.size())));
    }

    static byte[] request(String target, String language) {
        return Requests.get(target, "Accept", "text/html", "Accept-Language", language);
    }

    /** The first page of all solutions. */
    byte[] first(String language) {
        return request("/solution", language);
    }

    /** The IRI of a document to be changed. */
    String document() {
        return Benchmark.IRIS.document("solution", slugs.getFirst()).getURI();
    }

    /** A line each of the table. */
    List<Line> lines() {
        List<String> themes = concepts("theme");
        List<String> regions =
                concepts("region").stream().filter(code -> code.length() >= 4).toList();
        int pages = Math.max(1, solutions / PAGE);
        return List.of(
                list("list, pages from the first", n -> "page=" + (1 + n % pages)),
                list(
                        "one facet, many results",
                        n -> LARGE.get(n % 4) + "&page=" + (1 + n / 4 % Math.max(1, pages / 20))),
                list("one facet, fewer results", n -> "region=" + regions.get(n % regions.size())),
                list("two facets", n -> "theme=" + themes.get(n % themes.size()) + "&" + LARGE.get(n % 3)),
                list(
                        "one word, frequent",
                        n -> words(frequent.get(n % frequent.size()), n / frequent.size() % Math.max(1, pages / 4))),
                list(
                        "one word, frequent, by title",
                        n -> words(frequent.get(n % frequent.size()), n / frequent.size() % Math.max(1, pages / 4))
                                + "&sort=title"),
                list("one word, rare", n -> words(rare.get(n), 0)),
                list("two words", n -> words(pair(n), 0)),
                list(
                        "a word and a facet",
                        n -> words(frequent.get(n % frequent.size()), 0) + "&theme=" + themes.get(n)),
                list("one word, mistyped", n -> words(mistyped(rare.get(n)), 0)),
                list("deep pages, by title", n -> "sort=title&page=" + Math.max(1, pages - n)),
                list(
                        "deep pages of a frequent word",
                        n -> words(frequent.getFirst(), 0) + "&page=" + Math.max(1, pages / 4 - n)),
                list("newest first", n -> "sort=newest&page=" + (1 + n % pages)),
                new Line(
                        "suggestions",
                        false,
                        several(n -> "/suggest?kind=solution&lang=de&q="
                                + URLEncoder.encode(rare.get(n).substring(0, 3), StandardCharsets.UTF_8))),
                new Line("solution page", false, several(n -> "/solution/" + slugs.get(n))));
    }

    private String pair(int n) {
        int size = frequent.size();
        return frequent.get(n % size) + " " + frequent.get((n % size + 1 + n / size) % size);
    }

    private static String mistyped(String word) {
        return word.substring(0, word.length() - 2) + "x" + word.substring(word.length() - 1);
    }

    /** The parameter of a search. */
    static String words(String words) {
        return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static String words(String words, int page) {
        return words(words) + (page == 0 ? "" : "&page=" + (page + 1));
    }

    private static Line list(String name, IntFunction<String> query) {
        return new Line(name, true, several(n -> "/solution?" + query.apply(n)));
    }

    private static List<String> several(IntFunction<String> target) {
        return IntStream.range(0, EACH).mapToObj(target).distinct().toList();
    }

    /** The last parts of the IRIs of a scheme's concepts. */
    static List<String> concepts(String scheme) {
        return OntologyFiles.graphs()
                .get(NodeFactory.createURI(Iris.SHARED + scheme))
                .find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
                .mapWith(triple -> triple.getSubject().getURI())
                .mapWith(iri -> iri.substring(iri.lastIndexOf('/') + 1))
                .toList()
                .stream()
                .sorted()
                .toList();
    }
}
