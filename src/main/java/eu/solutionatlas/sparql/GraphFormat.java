package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Offer;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.riot.RDFFormat;
import org.jspecify.annotations.Nullable;

/** The formats of graphs: CONSTRUCT and DESCRIBE results and the Graph Store Protocol. */
enum GraphFormat implements Offer {
    TURTLE("text/turtle", "ttl", "Turtle", RDFFormat.TURTLE_BLOCKS, true),
    N_TRIPLES("application/n-triples", "nt", "N-Triples", RDFFormat.NTRIPLES_UTF8, true),
    JSON_LD("application/ld+json", "jsonld", "JSON-LD", RDFFormat.JSONLD11, false),
    RDF_XML("application/rdf+xml", "rdf", "RDF/XML", RDFFormat.RDFXML_PLAIN, false),
    TRIG("application/trig", "trig", "TriG", RDFFormat.TRIG_BLOCKS, true),
    N_QUADS("application/n-quads", "nq", "N-Quads", RDFFormat.NQUADS_UTF8, true),
    HTML("text/html", "html", "HTML table", null, true),
    PLAIN_JSON("application/json", "json", "JSON-LD", RDFFormat.JSONLD11, false),
    PLAIN_XML("application/xml", "xml", "RDF/XML", RDFFormat.RDFXML_PLAIN, false);

    static final List<GraphFormat> ALL = List.of(values());
    /** Without the page, for clients that are programs. */
    static final List<GraphFormat> DATA =
            Arrays.stream(values()).filter(format -> format != HTML).toList();

    private final String mediaType;
    private final String suffix;
    private final String title;
    private final @Nullable RDFFormat format;
    private final boolean streams;

    GraphFormat(String mediaType, String suffix, String title, @Nullable RDFFormat format, boolean streams) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.title = title;
        this.format = format;
        this.streams = streams;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public String suffix() {
        return suffix;
    }

    @Override
    public String title() {
        return title;
    }

    boolean isXml() {
        return this == RDF_XML || this == PLAIN_XML;
    }

    /** How RIOT writes it; null for the page. */
    @Nullable
    RDFFormat format() {
        return format;
    }

    /** Whether it can be written while the query still runs. */
    boolean streams() {
        return streams;
    }
}
