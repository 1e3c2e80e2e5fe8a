package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.search.Facet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** How a facet stands in an address. */
enum FacetKey {
    THEME(Facet.THEME, "theme", Iris.SHARED + "theme/", "[a-z0-9-]{1,120}"),
    REGION(Facet.REGION, "region", Iris.NUTS, "[A-Z0-9]{2,5}"),
    STATUS(Facet.STATUS, "status", Iris.SHARED + "status/", "[a-z0-9-]{1,120}"),
    KIND(Facet.KIND, "kind", Iris.SHARED + "actor-kind/", "[a-z0-9-]{1,120}"),
    YEAR(Facet.YEAR, "year", "", "[0-9]{4}"),
    LANGUAGE(Facet.LANGUAGE, "language", "", "[a-z]{2,3}(-[a-z0-9]{2,8}){0,3}"),
    CODE(Facet.CODE, "code", "", "yes"),
    HUB(Facet.HUB, "hub", "", "[a-z0-9-]{1,120}"),
    PROVIDER(Facet.PROVIDER, "provider", "actor", Patterns.ENTRY),
    ADOPTER(Facet.ADOPTER, "adopter", "actor", Patterns.ENTRY),
    BUILDS_ON(Facet.BUILDS_ON, "builds-on", "solution", Patterns.ENTRY),
    NETWORK(Facet.NETWORK, "network", "actor", Patterns.ENTRY);

    /** Enum constants cannot name what stands below them. */
    private static final class Patterns {
        /** A slug; of a copied entry, with the short name of its hub before it. */
        static final String ENTRY = "(?:[a-z0-9-]{1,40}\\.)?[a-z0-9-]{1,120}";
    }

    private final Facet facet;
    private final String parameter;
    /** Of concepts, how their IRIs begin; of entries, their kind. */
    private final String namespace;

    private final Pattern values;

    FacetKey(Facet facet, String parameter, String namespace, String values) {
        this.facet = facet;
        this.parameter = parameter;
        this.namespace = namespace;
        this.values = Pattern.compile(values);
    }

    static FacetKey of(Facet facet) {
        for (FacetKey key : values()) {
            if (key.facet == facet) {
                return key;
            }
        }
        throw new IllegalArgumentException("no parameter for " + facet);
    }

    Facet facet() {
        return facet;
    }

    String parameter() {
        return parameter;
    }

    /** Whether a value can be one at all. */
    boolean allows(String value) {
        return values.matcher(value).matches();
    }

    /** The concept that a value stands for; empty where values are entries or plain words. */
    Optional<Node> concept(String value) {
        return namespace.contains(":") ? Optional.of(NodeFactory.createURI(namespace + value)) : Optional.empty();
    }

    /** The document of the entry that a value stands for; empty where values are concepts or plain words. */
    Optional<Node> document(String value, Iris iris) {
        return namespace.isEmpty() || namespace.contains(":")
                ? Optional.empty()
                : Optional.of(Topic.document(iris, namespace, value));
    }
}
