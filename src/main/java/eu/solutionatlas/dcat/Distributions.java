package eu.solutionatlas.dcat;

import eu.solutionatlas.rdf.Iris;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** Describes the files to download as distributions of the dataset (DCAT 3 section 6.8). */
final class Distributions {
    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final Node SHA_256 = NodeFactory.createURI(SPDX + "checksumAlgorithm_sha256");

    /** The EU's names of file types, which portals show as the format. */
    private static final Map<String, String> FILE_TYPES = Map.of(
            "text/turtle",
            "RDF_TURTLE",
            "application/n-quads",
            "RDF_N_QUADS",
            "application/ld+json",
            "JSON_LD",
            "text/csv",
            "CSV",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "XLSX",
            "application/zip",
            "ZIP");

    private final Iris iris;
    private final Node dataset;

    Distributions(Iris iris, Node dataset) {
        this.iris = iris;
        this.dataset = dataset;
    }

    /** Adds those of what the hub itself says; copies of other hubs' entries are theirs to publish. */
    void add(Downloads downloads, Graph graph) {
        downloads.files().stream()
                .filter(file -> file.hub().isEmpty())
                .filter(file -> FILE_TYPES.containsKey(bare(file.mediaType())))
                .forEach(file -> add(downloads, file, graph));
    }

    private void add(Downloads downloads, Download file, Graph graph) {
        Node distribution = iri(iris.base() + "catalogue#" + file.name());
        Node address = iri(file.address());
        graph.add(dataset, DCAT.distribution.asNode(), distribution);
        graph.add(distribution, RDF.Nodes.type, DCAT.Distribution.asNode());
        graph.add(distribution, DCTerms.title.asNode(), NodeFactory.createLiteralLang(file.description(), "en"));
        graph.add(distribution, DCAT.accessURL.asNode(), address);
        graph.add(distribution, DCAT.downloadURL.asNode(), address);
        graph.add(distribution, DCAT.byteSize.asNode(), literal(file.bytes(), XSDDatatype.XSDnonNegativeInteger));
        graph.add(distribution, DCTerms.issued.asNode(), literal(downloads.written(), XSDDatatype.XSDdateTime));
        graph.add(
                distribution,
                DCTerms.modified.asNode(),
                literal(downloads.version().at(), XSDDatatype.XSDdateTime));
        graph.add(
                distribution,
                iri("http://data.europa.eu/r5r/availability"),
                iri(AUTHORITY + "planned-availability/STABLE"));
        graph.find(iri(iris.base() + "id/catalogue"), DCTerms.license.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .toList()
                .forEach(licence -> graph.add(distribution, DCTerms.license.asNode(), licence));
        checksum(distribution, file, graph);
        format(distribution, file, graph);
    }

    private static void checksum(Node distribution, Download file, Graph graph) {
        Node checksum = iri(distribution.getURI() + ".sha256");
        graph.add(distribution, iri(SPDX + "checksum"), checksum);
        graph.add(checksum, RDF.Nodes.type, iri(SPDX + "Checksum"));
        graph.add(checksum, iri(SPDX + "algorithm"), SHA_256);
        graph.add(SHA_256, RDF.Nodes.type, iri(SPDX + "ChecksumAlgorithm"));
        graph.add(checksum, iri(SPDX + "checksumValue"), literal(file.sha256(), XSDDatatype.XSDhexBinary));
    }

    private static void format(Node distribution, Download file, Graph graph) {
        String mediaType = bare(file.mediaType());
        term(distribution, DCAT.mediaType.asNode(), MEDIA_TYPES + mediaType, DCTerms.MediaType.asNode(), graph);
        term(
                distribution,
                DCTerms.format.asNode(),
                AUTHORITY + "file-type/" + FILE_TYPES.get(mediaType),
                DCTerms.MediaTypeOrExtent.asNode(),
                graph);
        wrapping(file)
                .ifPresent(property -> term(
                        distribution,
                        property,
                        MEDIA_TYPES + "application/" + (file.wrapping() == Download.Wrapping.GZIP ? "gzip" : "zip"),
                        DCTerms.MediaType.asNode(),
                        graph));
    }

    private static Optional<Node> wrapping(Download file) {
        return switch (file.wrapping()) {
            case NONE -> Optional.empty();
            case GZIP -> Optional.of(DCAT.compressFormat.asNode());
            case ZIP -> Optional.of(DCAT.packageFormat.asNode());
        };
    }

    private static void term(Node subject, Node property, String iri, Node type, Graph graph) {
        Node term = iri(iri);
        graph.add(subject, property, term);
        graph.add(term, RDF.Nodes.type, type);
    }

    /** A media type without its parameters. */
    private static String bare(String mediaType) {
        int parameters = mediaType.indexOf(';');
        return (parameters < 0 ? mediaType : mediaType.substring(0, parameters)).strip();
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node literal(Object value, RDFDatatype type) {
        return NodeFactory.createLiteralDT(value.toString(), type);
    }
}
