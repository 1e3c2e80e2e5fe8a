package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.web.Frame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.util.Context;

/** What one address of the endpoint does with the queries that it is sent. */
public interface QueryMode {
    /** The address, such as {@code /sparql}. */
    String path();

    /** Which other endpoints its queries may call. */
    AllowedServices services();

    /** What people are told of it. */
    Words words(Frame frame);

    /**
     * What people are told of an address.
     *
     * @param title what is done there
     * @param lead what is asked there, in a sentence
     * @param limits of answers and of what queries may do, a sentence each
     */
    record Words(String title, String lead, List<String> limits) {}

    /**
     * Makes a query ready.
     *
     * @throws eu.solutionatlas.web.ProblemException 400 or 508 for what this address does not do
     */
    Prepared prepare(Query query, Asked asked);

    /** What else a request says, by name. */
    interface Asked {
        boolean has(String parameter);

        /**
         * The value of a parameter that may be given once.
         *
         * @throws eu.solutionatlas.web.ProblemException 400 when it is given several times
         */
        Optional<String> parameter(String name);

        Optional<String> header(String name);
    }

    /**
     * A query that is ready to run.
     *
     * @param query to run, perhaps another one than was asked
     * @param scope of what it sees
     * @param context adds to the context of its execution
     * @param settling present when the whole answer must be there before its first byte is sent
     */
    record Prepared(Query query, Scope scope, BiConsumer<Context, RunningQuery> context, Optional<Settling> settling) {}

    /**
     * An answer of which something is to be said that is only known when it is complete.
     *
     * @param maxRows of it
     * @param remarks asked for when it is complete
     */
    record Settling(int maxRows, Supplier<Remarks> remarks) {}

    /**
     * What is to be said of an answer.
     *
     * @param headers of the response
     * @param link from the head of the answer (SPARQL 1.1 Query Results JSON Format, section 3.1.2), where it has one
     * @param origin for people
     */
    record Remarks(Map<String, String> headers, String link, Function<Frame, ResultPage.Origin> origin) {}
}
