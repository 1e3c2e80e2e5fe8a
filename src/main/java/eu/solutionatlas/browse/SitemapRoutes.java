package eu.solutionatlas.browse;

import eu.solutionatlas.search.Facet;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.search.Question;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** {@code /sitemap.xml} and the maps it names: every page worth finding, for search engines (sitemaps.org 0.9). */
public final class SitemapRoutes {
    /** The protocol allows 50,000; this many are made in a moment. */
    private static final int SIZE = 10_000;

    private static final List<Representation> FORMS = List.of(Representation.SITEMAP);

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /** Pages that are no entries. */
    private static final List<String> PAGES =
            List.of("", "solution", "actor", "theme", "region", "about", "hub", "federation", "ns");

    private final CatalogueReader reader;
    private final Documents documents;
    private final List<Catalogue> catalogues;

    /** @param catalogues whose entries are named */
    public SitemapRoutes(CatalogueReader reader, Documents documents, List<Catalogue> catalogues) {
        this.reader = reader;
        this.documents = documents;
        this.catalogues = catalogues;
    }

    public void addTo(RoutesConfig routes) {
        Routes.document(
                routes,
                "/sitemap",
                FORMS,
                (ctx, address) -> documents.respond(ctx, address, FORMS, (form, who) -> reader.read(this::index)));
        Routes.documents(
                routes,
                "/sitemap",
                FORMS,
                (ctx, address) -> documents.respond(
                        ctx, address, FORMS, (form, who) -> reader.read(view -> map(address.name(), view))));
    }

    private Rendered index(CatalogueView view) {
        return body(view, "sitemapindex", xml -> {
            place(xml, "sitemap", documents.iris().base() + "sitemap/pages.xml", "");
            for (Catalogue catalogue : catalogues) {
                for (int number = 1; number <= last(catalogue, view); number++) {
                    String name = "sitemap/" + catalogue.kind() + "-" + number + ".xml";
                    place(xml, "sitemap", documents.iris().base() + name, "");
                }
            }
        });
    }

    private static int last(Catalogue catalogue, CatalogueView view) {
        return (view.search().count(all(catalogue)) + SIZE - 1) / SIZE;
    }

    private Rendered map(String name, CatalogueView view) {
        if (name.equals("pages")) {
            return pages(view);
        }
        for (Catalogue catalogue : catalogues) {
            for (int number = 1; number <= last(catalogue, view); number++) {
                if (name.equals(catalogue.kind() + "-" + number)) {
                    return entries(view, catalogue, number);
                }
            }
        }
        return new Rendered.Unknown();
    }

    private Rendered pages(CatalogueView view) {
        Stream<String> concepts = view.vocabulary().schemes().values().stream()
                .flatMap(scheme -> scheme.concepts().keySet().stream())
                .flatMap(concept -> documents.iris().pathOf(concept.getURI()).stream())
                .map(path -> path.substring(1))
                .sorted();
        return body(view, "urlset", xml -> {
            for (String page : Stream.concat(PAGES.stream(), concepts).toList()) {
                place(xml, "url", documents.iris().base() + page, "");
            }
        });
    }

    private Rendered entries(CatalogueView view, Catalogue catalogue, int number) {
        return body(view, "urlset", xml -> {
            for (Hit hit : view.search()
                    .answer(all(catalogue), (number - 1) * SIZE, SIZE)
                    .hits()) {
                place(xml, "url", hit.document().getURI(), changed(hit));
            }
        });
    }

    private static Question all(Catalogue catalogue) {
        // Copies are found where the originals are.
        Map<Facet, Set<String>> own = Map.of(Facet.HUB, Set.of(Catalogue.THIS_HUB));
        return new Question(catalogue.kind(), "", "en", own, Question.Order.TITLE);
    }

    /** The day of the last change, or that of the entry; empty when neither is known. */
    private static String changed(Hit hit) {
        return hit
                .gist()
                .find(hit.document(), Node.ANY, Node.ANY)
                .filterKeep(triple -> triple.getPredicate().equals(DCTerms.modified.asNode())
                        || triple.getPredicate().equals(DCTerms.issued.asNode()))
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .max(String::compareTo)
                .orElse("");
    }

    private static void place(XMLStreamWriter xml, String element, String iri, String changed)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("loc");
        xml.writeCharacters(iri);
        xml.writeEndElement();
        if (!changed.isEmpty()) {
            xml.writeStartElement("lastmod");
            xml.writeCharacters(changed);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    @FunctionalInterface
    private interface Writing {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static Rendered body(CatalogueView view, String root, Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(NAMESPACE);
            writing.to(xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a list of addresses could not be written", e);
        }
        return new Rendered.Body(view.version(), out.toByteArray());
    }
}
