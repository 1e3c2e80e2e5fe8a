package eu.solutionatlas.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementVisitorBase;
import org.apache.jena.sparql.syntax.ElementWalker;

/**
 * A question to several hubs.
 *
 * @param plain as one would ask one catalogue of all
 * @param federated with SERVICE, and in it what hubs can do by themselves
 * @param blocks what each hub is asked, one query for each SERVICE
 */
record FederatedQuestion(String name, String plain, String federated, List<String> blocks) {
    private static final List<String> NAMES =
            List.of("theme", "counts", "naive-count", "providers", "tree", "actors", "text", "newest", "optional");

    static List<FederatedQuestion> all() {
        return NAMES.stream().map(FederatedQuestion::read).toList();
    }

    private static FederatedQuestion read(String name) {
        String federated = text(name + ".service.rq");
        return new FederatedQuestion(name, text(name + ".rq"), federated, blocks(federated));
    }

    private static String text(String file) {
        try (InputStream in = FederatedQuestion.class.getResourceAsStream("federation/" + file)) {
            if (in == null) {
                throw new IllegalStateException("there is no query " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> blocks(String federated) {
        List<String> blocks = new ArrayList<>();
        ElementWalker.walk(QueryFactory.create(federated).getQueryPattern(), new ElementVisitorBase() {
            @Override
            public void visit(ElementService service) {
                blocks.add(query(service.getElement()).serialize());
            }
        });
        return blocks;
    }

    private static Query query(Element body) {
        if (body instanceof ElementGroup group && group.size() == 1 && group.get(0) instanceof ElementSubQuery sub) {
            return sub.getQuery();
        }
        Query query = QueryFactory.make();
        query.setQuerySelectType();
        query.setQueryResultStar(true);
        query.setQueryPattern(body);
        query.resetResultVars();
        return query;
    }
}
