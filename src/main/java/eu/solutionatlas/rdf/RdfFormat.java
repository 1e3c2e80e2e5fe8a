package eu.solutionatlas.rdf;

import org.apache.jena.riot.Lang;

/** The RDF serialisations that documents are offered in, in the order of our preference. */
public enum RdfFormat {
    TURTLE("text/turtle", "ttl", "Turtle", Lang.TURTLE),
    JSON_LD("application/ld+json", "jsonld", "JSON-LD", Lang.JSONLD11),
    RDF_XML("application/rdf+xml", "rdf", "RDF/XML", Lang.RDFXML),
    N_TRIPLES("application/n-triples", "nt", "N-Triples", Lang.NTRIPLES),
    N_QUADS("application/n-quads", "nq", "N-Quads", Lang.NQUADS);

    private final String mediaType;
    private final String suffix;
    private final String title;
    private final Lang lang;

    RdfFormat(String mediaType, String suffix, String title, Lang lang) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.title = title;
        this.lang = lang;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The suffix of a path that asks for this format, without the dot. */
    public String suffix() {
        return suffix;
    }

    /** The name that people know it by. */
    public String title() {
        return title;
    }

    public Lang lang() {
        return lang;
    }
}
