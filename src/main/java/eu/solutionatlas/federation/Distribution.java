package eu.solutionatlas.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.ElementSubQuery;

/**
 * Turns a plain query into one that hubs answer by themselves, with the answer of one catalogue of all: each star becomes
 * a SERVICE block, what is said of concepts stays here. What can be done at the hubs without changing the answer is done
 * there: choosing columns, counting, the first rows.
 */
final class Distribution {
    private static final Node ALL = NodeFactory.createURI(Targets.ALL);

    private final Targets targets;

    Distribution(Targets targets) {
        this.targets = targets;
    }

    /**
     * A query to all hubs.
     *
     * @param query with SERVICE in it
     * @param entries variables of the entries that its stars are about
     * @param triples that must hold, whatever hub is asked
     */
    record Distributed(Query query, Set<Var> entries, List<TriplePath> triples) {
        /** A query that says itself what hubs are asked. */
        static Distributed asWritten(Query query) {
            return new Distributed(query, Set.of(), List.of());
        }
    }

    /** The query for all hubs; empty when it cannot be shown that its answer would be exact. */
    Optional<Distributed> of(Query plain) {
        boolean known =
                plain.isSelectType() || plain.isAskType() || (plain.isConstructType() && !plain.isConstructQuad());
        if (!known || plain.getQueryPattern() == null || plain.hasValues() || clashes(plain)) {
            return Optional.empty();
        }
        Optional<Stars> stars = StarReader.read(plain.getQueryPattern());
        boolean everyHubIsAnAtlas = targets.all().stream().allMatch(Target::atlas);
        return stars.filter(found -> !found.computed() || everyHubIsAnAtlas).map(found -> distribute(plain, found));
    }

    /** Variables of ours begin alike; whoever has one of that kind keeps it. */
    private static boolean clashes(Query plain) {
        return plain.serialize().contains("?_co");
    }

    private static Distributed distribute(Query plain, Stars stars) {
        Query query = plain.cloneQuery();
        if (query.isSelectType() && query.isQueryResultStar()) {
            // Helping variables of ours would be among the results.
            List<Var> all = new ArrayList<>(query.getProjectVars());
            query.setQueryResultStar(false);
            all.forEach(query::addResultVar);
        }
        Optional<Query> counted = Counting.at(query, stars);
        ElementGroup group = new ElementGroup();
        if (counted.isPresent()) {
            group.addElement(service(new ElementSubQuery(counted.get())));
        } else {
            stars.parts()
                    .forEach((entry, elements) -> group.addElement(
                            service(new ElementSubQuery(FirstRows.query(query, stars, entry, elements)))));
        }
        // Filters hold for the group as a whole, wherever they stand.
        stars.outer().stream()
                .filter(element -> !(element instanceof ElementFilter))
                .forEach(group::addElement);
        stars.outer().stream().filter(ElementFilter.class::isInstance).forEach(group::addElement);
        query.setQueryPattern(group);
        Query result = counted.isPresent() ? Counting.summed(query) : query;
        return new Distributed(result, stars.entries(), stars.triples());
    }

    private static Element service(Element body) {
        ElementGroup inside = new ElementGroup();
        inside.addElement(body);
        return new ElementService(ALL, inside, false);
    }
}
