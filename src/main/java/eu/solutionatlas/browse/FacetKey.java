package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Iris;
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
    PROVIDER(Facet.PROVIDER, "provider", "id/actor/", "[a-z0-9-]{1,120}"),
    ADOPTER(Facet.ADOPTER, "adopter", "id/actor/", "[a-z0-9-]{1,120}"),
    BUILDS_ON(Facet.BUILDS_ON, "builds-on", "id/solution/", "[a-z0-9-]{1,120}"),
    NETWORK(Facet.NETWORK, "network", "id/actor/", "[a-z0-9-]{1,120}");

    private final Facet facet;
    private final String parameter;
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

    /** The thing that a value stands for, a concept or an entry; empty where values are plain words. */
    Optional<Node> thing(String value, Iris iris) {
        if (namespace.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(NodeFactory.createURI((namespace.contains(":") ? "" : iris.base()) + namespace + value));
    }
}
