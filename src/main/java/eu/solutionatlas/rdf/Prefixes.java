package eu.solutionatlas.rdf;

import eu.solutionatlas.rdf.vocab.AS;
import eu.solutionatlas.rdf.vocab.ATLAS;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.util.FmtUtils;

/** The prefixes that we write with. */
public final class Prefixes {
    /** Prefix to namespace. */
    public static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("adms", "http://www.w3.org/ns/adms#"),
            Map.entry("as", AS.NS),
            Map.entry("atlas", ATLAS.NS),
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
            Map.entry("kind", Iris.SHARED + "actor-kind/"),
            Map.entry("locn", "http://www.w3.org/ns/locn#"),
            Map.entry("nuts", Iris.NUTS),
            Map.entry("org", "http://www.w3.org/ns/org#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("schema", "https://schema.org/"),
            Map.entry("sh", "http://www.w3.org/ns/shacl#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("spdx", "http://spdx.org/licenses/"),
            Map.entry("status", Iris.SHARED + "status/"),
            Map.entry("theme", Iris.SHARED + "theme/"),
            Map.entry("vann", "http://purl.org/vocab/vann/"),
            Map.entry("vcard", "http://www.w3.org/2006/vcard/ns#"),
            Map.entry("void", "http://rdfs.org/ns/void#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"));

    private static final PrefixMapping MAPPING =
            PrefixMapping.Factory.create().setNsPrefixes(ALL).lock();

    private Prefixes() {}

    /** An IRI in short, such as {@code dct:title}; the IRI itself where no prefix fits. */
    public static String shorten(String iri) {
        return MAPPING.shortForm(iri);
    }

    /** A term as Turtle has it, in short where a prefix fits. */
    public static String show(Node term) {
        return FmtUtils.stringForNode(term, MAPPING);
    }
}
