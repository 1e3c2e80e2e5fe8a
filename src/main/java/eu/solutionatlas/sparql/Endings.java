package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.Refusals;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.io.IOException;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryDeniedException;
import org.apache.jena.query.QueryException;
import org.apache.jena.shared.InvalidPropertyURIException;
import org.apache.jena.sparql.ARQException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How an answer ends that does not end well: as a problem while that is possible, and marked as cut after that. */
final class Endings {
    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final SparqlSettings settings;
    private final String dump;

    /** @param dump where the whole data lies */
    Endings(SparqlSettings settings, String dump) {
        this.settings = settings;
        this.dump = dump;
    }

    String dump() {
        return dump;
    }

    /**
     * Ends an answer.
     *
     * @param quoted whether only an open quotation mark makes the format invalid
     * @throws ProblemException when nothing was sent yet
     */
    void end(Throwable failure, AnswerStream out, RunningQuery running, boolean quoted) {
        RunningQuery.Stop stop = running.stopped();
        if (stop == null && failure instanceof QueryCancelledException) {
            stop = RunningQuery.Stop.TIME;
        }
        if (stop == null && hasCause(failure, IOException.class) && out.committed()) {
            stop = RunningQuery.Stop.CLIENT_GONE;
        }
        if (stop == RunningQuery.Stop.CLIENT_GONE) {
            out.cut(new byte[0]);
            return;
        }
        Problem problem = stop == null ? problem(failure) : problem(stop, running);
        if (!out.committed()) {
            if (problem == null) {
                throw sneak(failure);
            }
            throw new ProblemException(problem);
        }
        String reason = stop != null
                ? Cut.reason(stop, running.total(), settings)
                : problem == null ? "The hub failed while it sent the answer." : problem.detail();
        out.cut(Cut.marker(reason, dump, quoted));
        if (problem == null) {
            throw sneak(failure);
        }
    }

    private Problem problem(RunningQuery.Stop stop, RunningQuery running) {
        return switch (stop) {
            case ROWS, BYTES -> SparqlProblems.tooLarge(stop, running.total(), settings, dump);
            case FIRST_ROW, TIME, MEMORY -> SparqlProblems.timedOut(stop, running, settings, dump);
            case CLIENT_GONE, CLOSING -> SparqlProblems.busy();
        };
    }

    /** What the client did wrong; null when it did nothing wrong. */
    private @Nullable Problem problem(Throwable failure) {
        LOG.debug("Telling apart what ended a query", failure);
        return switch (failure) {
            case ProblemException known -> known.problem();
            case StackOverflowError deep -> Refusals.tooDeep(settings.maxDepth());
            case QueryDeniedException denied -> Refusals.serviceRefused("");
            case QueryException query -> SparqlProblems.failed(QueryParser.plainWords(query));
            case ARQException query -> SparqlProblems.failed("");
            case InvalidPropertyURIException property ->
                SparqlProblems.notRdfXml(String.valueOf(property.getMessage()));
            default -> null;
        };
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static RuntimeException sneak(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
