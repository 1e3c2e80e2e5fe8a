package eu.solutionatlas.rdf;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/**
 * The licence that a hub's data is under.
 *
 * @param iri that names it
 */
public record Licence(String iri) {
    /** What the data of a hub is under that says nothing else. */
    public static final Licence DEFAULT = new Licence("https://creativecommons.org/licenses/by/4.0/");

    /**
     * A licence as people and as tools call it.
     *
     * @param spdx its identifier in the SPDX licence list
     */
    private record Known(String name, String spdx) {}

    private static final Known CC_BY = new Known("CC BY 4.0", "CC-BY-4.0");
    private static final Known CC_BY_SA = new Known("CC BY-SA 4.0", "CC-BY-SA-4.0");
    private static final Known CC_0 = new Known("CC0 1.0", "CC0-1.0");
    private static final Known ODBL = new Known("ODbL 1.0", "ODbL-1.0");
    private static final Known ODC_BY = new Known("ODC-By 1.0", "ODC-By-1.0");
    private static final Known DL_BY = new Known("dl-de/by-2-0", "DL-DE-BY-2.0");
    private static final Known DL_ZERO = new Known("dl-de/zero-2-0", "DL-DE-ZERO-2.0");

    /** By their IRIs without scheme, {@code www} and slash at the end, in lower case. */
    private static final Map<String, Known> KNOWN = Map.ofEntries(
            Map.entry("creativecommons.org/licenses/by/4.0", CC_BY),
            Map.entry("publications.europa.eu/resource/authority/licence/cc_by_4_0", CC_BY),
            Map.entry("creativecommons.org/licenses/by-sa/4.0", CC_BY_SA),
            Map.entry("publications.europa.eu/resource/authority/licence/cc_bysa_4_0", CC_BY_SA),
            Map.entry("creativecommons.org/publicdomain/zero/1.0", CC_0),
            Map.entry("publications.europa.eu/resource/authority/licence/cc0", CC_0),
            Map.entry("opendatacommons.org/licenses/odbl/1-0", ODBL),
            Map.entry("opendatacommons.org/licenses/by/1-0", ODC_BY),
            Map.entry("govdata.de/dl-de/by-2-0", DL_BY),
            Map.entry("govdata.de/dl-de/zero-2-0", DL_ZERO));

    /** The licence that the hub says its catalogue is under, else the one that it says of itself, else the default. */
    public static Licence of(Graph hubDocument, Iris iris) {
        return List.of("id/catalogue", "id/hub").stream()
                .map(path -> NodeFactory.createURI(iris.base() + path))
                .flatMap(subject -> said(hubDocument, subject).stream())
                .findFirst()
                .orElse(DEFAULT);
    }

    /** One that can be followed. Of several, the first in the order of their IRIs, so that everything names the same. */
    private static Optional<Licence> said(Graph graph, Node subject) {
        return graph.find(subject, DCTerms.license.asNode(), Node.ANY).mapWith(Triple::getObject).toList().stream()
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(iri -> iri.startsWith("http://") || iri.startsWith("https://"))
                .min(Comparator.naturalOrder())
                .map(Licence::new);
    }

    /** What it is called for short; its IRI when we do not know. */
    public String name() {
        return known().map(Known::name).orElse(iri);
    }

    /** Its identifier in the SPDX licence list; empty when we do not know it. */
    public Optional<String> spdx() {
        return known().map(Known::spdx);
    }

    /** Its name and its IRI. */
    public String nameAndIri() {
        return known().map(licence -> licence.name() + ", " + iri).orElse(iri);
    }

    private Optional<Known> known() {
        String bare = iri.toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(www\\.)?", "")
                .replaceFirst("/(deed(\\.[a-z]+)?|legalcode(\\.[a-z]+)?)?$", "");
        return Optional.ofNullable(KNOWN.get(bare));
    }
}
