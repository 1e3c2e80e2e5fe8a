package eu.solutionatlas.browse;

import eu.solutionatlas.search.Hit;
import eu.solutionatlas.search.Question;
import eu.solutionatlas.search.Session;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
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

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    /** Pages that are no entries. */
    private static final List<String> PAGES = List.of("", "solution", "actor", "theme", "region", "about", "hub", "ns");

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
        Routes.read(routes, "/sitemap.xml", this::index);
        Routes.read(routes, "/sitemap/pages.xml", this::pages);
        catalogues.forEach(catalogue ->
                Routes.read(routes, "/sitemap/" + catalogue.kind() + "-{number}.xml", ctx -> entries(ctx, catalogue)));
    }

    private void index(Context ctx) {
        try (Session session = reader.search()) {
            send(ctx, "sitemapindex", xml -> {
                place(xml, "sitemap", documents.iris().base() + "sitemap/pages.xml", "");
                for (Catalogue catalogue : catalogues) {
                    int last = (session.count(all(catalogue)) + SIZE - 1) / SIZE;
                    for (int number = 1; number <= last; number++) {
                        String name = "sitemap/" + catalogue.kind() + "-" + number + ".xml";
                        place(xml, "sitemap", documents.iris().base() + name, "");
                    }
                }
            });
        }
    }

    private void pages(Context ctx) {
        List<String> concepts = reader.read(view -> view.vocabulary().schemes().values().stream()
                .flatMap(scheme -> scheme.concepts().keySet().stream())
                .flatMap(concept -> documents.iris().pathOf(concept.getURI()).stream())
                .map(path -> path.substring(1))
                .sorted()
                .toList());
        send(ctx, "urlset", xml -> {
            for (String page : Stream.concat(PAGES.stream(), concepts.stream()).toList()) {
                place(xml, "url", documents.iris().base() + page, "");
            }
        });
    }

    private void entries(Context ctx, Catalogue catalogue) {
        String number = ctx.pathParam("number");
        int from = number.matches("[1-9][0-9]{0,4}") ? (Integer.parseInt(number) - 1) * SIZE : -1;
        try (Session session = reader.search()) {
            if (from < 0 || from > 0 && from >= session.count(all(catalogue))) {
                throw new ProblemException(
                        Problem.notFound("There is no such map; /sitemap.xml names those there are."));
            }
            send(ctx, "urlset", xml -> {
                for (Hit hit : session.answer(all(catalogue), from, SIZE).hits()) {
                    place(xml, "url", hit.document().getURI(), changed(hit));
                }
            });
        }
    }

    private static Question all(Catalogue catalogue) {
        return new Question(catalogue.kind(), "", "en", Map.of(), Question.Order.TITLE);
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

    private static void send(Context ctx, String root, Writing writing) {
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
        ctx.header("Cache-Control", "public, max-age=3600");
        ctx.contentType("application/xml; charset=utf-8");
        ctx.result(out.toByteArray());
    }
}
