package eu.solutionatlas.browse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.web.Documents;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Languages;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.QueryParameters;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code /suggest}: titles for what somebody has typed so far, in the form of OpenSearch Suggestions 1.1, so that browsers
 * understand them too; and {@code /opensearch.xml}, which tells them.
 */
public final class SuggestRoutes {
    private static final int SIZE = 8;
    private static final JsonFactory JSON = new JsonFactory();

    private final CatalogueReader reader;
    private final Documents documents;
    private final List<Catalogue> catalogues;

    /** @param catalogues that can be asked, the first if none is named */
    public SuggestRoutes(CatalogueReader reader, Documents documents, List<Catalogue> catalogues) {
        this.reader = reader;
        this.documents = documents;
        this.catalogues = catalogues;
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, "/suggest", this::suggest);
        Routes.read(routes, "/opensearch.xml", this::describe);
    }

    private void suggest(Context ctx) {
        String kind =
                QueryParameters.one(ctx, "kind").orElse(catalogues.getFirst().kind());
        if (catalogues.stream().noneMatch(one -> one.kind().equals(kind))) {
            throw new ProblemException(Problem.badRequest(
                    "unknown-kind",
                    "The parameter kind is one of "
                            + catalogues.stream().map(Catalogue::kind).collect(Collectors.joining(", ")) + "."));
        }
        String typed = Selection.text(ctx);
        Language language = Languages.of(ctx);
        byte[] json = reader.read(view -> {
            Linker linker = new Linker(documents.iris(), view.vocabulary().hubs(), language);
            return json(typed, view.search().suggest(kind, typed, language.tag(), SIZE), linker);
        });
        ctx.header("Cache-Control", "public, max-age=60");
        ctx.header("Vary", "Accept-Language, Cookie");
        ctx.header("Content-Language", language.tag());
        ctx.contentType("application/x-suggestions+json");
        ctx.result(json);
    }

    /**
     * The words typed, then arrays side by side: titles, descriptions, addresses, and one that the standard does not have:
     * the hubs that entries were copied from.
     */
    private static byte[] json(String typed, List<Hit> hits, Linker linker) {
        Language language = linker.language();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartArray();
            json.writeString(typed);
            json.writeStartArray();
            for (Hit hit : hits) {
                json.writeString(
                        hit.title().in(language.tag(), hit.thing().getURI()).text());
            }
            json.writeEndArray();
            json.writeStartArray();
            for (Hit hit : hits) {
                json.writeString(hit.text().in(language.tag()).map(Label::text).orElse(""));
            }
            json.writeEndArray();
            json.writeStartArray();
            for (Hit hit : hits) {
                json.writeString(hit.document().getURI());
            }
            json.writeEndArray();
            json.writeStartArray();
            for (Hit hit : hits) {
                json.writeString(
                        Origin.hubOf(hit.document(), linker).map(Label::text).orElse(""));
            }
            json.writeEndArray();
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void describe(Context ctx) {
        ctx.header("Cache-Control", "public, max-age=86400");
        ctx.contentType("application/opensearchdescription+xml");
        ctx.result("""
                <?xml version="1.0" encoding="UTF-8"?>
                <OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
                  <ShortName>Solution Atlas</ShortName>
                  <Description>Digital solutions of towns and regions</Description>
                  <InputEncoding>UTF-8</InputEncoding>
                  <Url type="text/html" template="%1$ssolution?q={searchTerms}"/>
                  <Url type="application/atom+xml" template="%1$ssolution.atom?q={searchTerms}"/>
                  <Url type="application/x-suggestions+json" template="%1$ssuggest?q={searchTerms}"/>
                </OpenSearchDescription>
                """.formatted(documents.iris().base()).getBytes(StandardCharsets.UTF_8));
    }
}
