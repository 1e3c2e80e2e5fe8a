package eu.solutionatlas.federation;

import eu.solutionatlas.outbound.Fault;
import eu.solutionatlas.sparql.Executions;
import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterCommonParent;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.service.single.ChainingServiceExecutor;
import org.apache.jena.sparql.service.single.ServiceExecutor;

/**
 * One query while it runs: the only link in its SERVICE chain, so that nothing but a registered hub can be called, and
 * what came of each call. ARQ does every join, group and order; this asks hubs, in parallel, once for each block.
 */
final class FederatedQuery implements ChainingServiceExecutor {
    /** A question that was asked already; ARQ may want its answer once for each row. */
    private record Asked(String service, String text) {}

    private final Network network;
    private final Distribution.Distributed query;
    private final OnFailure onFailure;
    private final Scatter scatter;
    private final Copied copied;
    private final Executions executions;
    private final FederationSettings settings;
    private final RunningQuery running;
    private final Map<Asked, List<Binding>> known = new HashMap<>();
    private final List<HubAnswer> answers = new ArrayList<>();
    private int rows;
    private int calls;
    private int parts;

    /** @param query that runs */
    FederatedQuery(
            Network network,
            Distribution.Distributed query,
            OnFailure onFailure,
            Scatter scatter,
            Copied copied,
            Executions executions,
            FederationSettings settings,
            RunningQuery running) {
        this.network = network;
        this.query = query;
        this.onFailure = onFailure;
        this.scatter = scatter;
        this.copied = copied;
        this.executions = executions;
        this.settings = settings;
        this.running = running;
    }

    /** What came of the calls so far; grows while the query runs. */
    List<HubAnswer> answers() {
        return answers;
    }

    @Override
    public QueryIterator createExecution(
            OpService service, OpService original, Binding binding, ExecutionContext context, ServiceExecutor chain) {
        String name = service.getService().getURI();
        Block block = Block.of(service, original, query.entries());
        Asked asked = new Asked(name, block.text());
        List<Binding> found = known.get(asked);
        if (found == null) {
            found = ask(name, block, context.getDataset());
            known.put(asked, found);
        }
        return new QueryIterCommonParent(QueryIterPlainWrapper.create(found.iterator(), context), binding, context);
    }

    private List<Binding> ask(String name, Block block, DatasetGraph dataset) {
        int part = ++parts;
        List<Target> named = network.targets().named(name);
        // A hub that is asked for by name is asked, whatever its copy says.
        Map<Target, CopyWorth> silent = onFailure == OnFailure.STRICT || !Targets.isGroup(name)
                ? Map.of()
                : network.choice().nothingThere(named, block, query.triples());
        List<Target> hubs = named.stream()
                .filter(hub -> hub.isLive() && !silent.containsKey(hub))
                .toList();
        calls += hubs.size();
        if (calls > settings.maxCalls()) {
            throw new ProblemException(Problem.badRequest(
                    "too-many-calls",
                    "The query would ask hubs more than " + settings.maxCalls() + " times, most likely once for each"
                            + " row: SERVICE inside OPTIONAL, EXISTS or after a variable is bound is asked anew each"
                            + " time. Write each SERVICE as a block of its own."));
        }
        silent.forEach((hub, worth) -> answers.add(new HubAnswer(
                hub.id(),
                part,
                HubAnswer.State.NOTHING_THERE,
                0,
                0,
                Optional.empty(),
                Optional.of("its copy has nothing of what the query looks for"),
                Optional.of(worth),
                0)));
        Scatter.Gathered gathered =
                scatter.ask(hubs, block, () -> local(block.query(), copied.own(), dataset), running);
        List<Binding> all = new ArrayList<>();
        gathered.paused()
                .forEach(hub -> missing(
                        hub,
                        block,
                        dataset,
                        new HubAnswer(
                                hub.id(),
                                part,
                                HubAnswer.State.PAUSED,
                                0,
                                0,
                                Optional.of("PAUSED"),
                                Optional.of("it could not be reached just before, and is left alone for a while"),
                                Optional.empty(),
                                0),
                        all));
        gathered.replies().forEach((hub, reply) -> take(hub, part, reply, block, dataset, all));
        named.stream()
                .filter(hub -> !hub.isLive() && !silent.containsKey(hub))
                .forEach(hub -> missing(
                        hub,
                        block,
                        dataset,
                        HubAnswer.withoutCopy(hub.id(), part, "it is a file, of which there is no copy here"),
                        all));
        return all;
    }

    private void take(Target hub, int part, HubReply reply, Block block, DatasetGraph dataset, List<Binding> all) {
        switch (reply) {
            case HubReply.Rows found -> {
                HubAnswer.State state = found.cut().isPresent() ? HubAnswer.State.CUT : HubAnswer.State.ANSWERED;
                HubAnswer answer = new HubAnswer(
                        hub.id(),
                        part,
                        state,
                        found.rows().size(),
                        found.millis(),
                        found.cut().map(words -> "CUT"),
                        found.cut(),
                        Optional.empty(),
                        found.foreign());
                if (state == HubAnswer.State.CUT && onFailure != OnFailure.PARTIAL) {
                    missing(hub, block, dataset, answer, all);
                } else {
                    answers.add(answer);
                    add(found.rows(), all);
                }
            }
            case HubReply.Failed failed -> {
                Fault fault = failed.fault();
                missing(
                        hub,
                        block,
                        dataset,
                        new HubAnswer(
                                hub.id(),
                                part,
                                HubAnswer.State.FAILED,
                                0,
                                failed.millis(),
                                Optional.of(fault.kind().name()),
                                Optional.of(fault.words()),
                                Optional.empty(),
                                0),
                        all);
            }
        }
    }

    private void missing(Target hub, Block block, DatasetGraph dataset, HubAnswer answer, List<Binding> all) {
        if (onFailure == OnFailure.STRICT) {
            answers.add(answer);
            throw hub.isLive() ? notAnswering(hub, answer) : notLive(hub);
        }
        Optional<CopyWorth> worth = onFailure == OnFailure.STALE || !hub.isLive()
                ? Optional.ofNullable(network.summaries().get(hub.id())).map(CopySummary::worth)
                : Optional.empty();
        if (worth.isEmpty()) {
            answers.add(answer);
            return;
        }
        switch (local(block.query(), copied.of(hub.id()), dataset)) {
            case HubReply.Rows found -> {
                int count = found.rows().size();
                answers.add(
                        hub.isLive()
                                ? answer.insteadFrom(worth.get(), count)
                                : HubAnswer.copied(
                                        hub.id(),
                                        answer.part(),
                                        worth.get(),
                                        count,
                                        "it is a file, so its copy is asked"));
                add(found.rows(), all);
            }
            case HubReply.Failed copyToo -> answers.add(answer);
        }
    }

    private static ProblemException notAnswering(Target hub, HubAnswer answer) {
        return new ProblemException(Problem.of(
                        502,
                        "hub-missing",
                        "Not every hub answers",
                        "The hub " + hub.id() + " does not answer: "
                                + answer.words().orElse("")
                                + ". Ask with on-failure=partial for the others' answers, or on-failure=stale for"
                                + " the copy of its entries as well.")
                .with("hub", hub.id())
                .with("error", answer.error().orElse("")));
    }

    private static ProblemException notLive(Target hub) {
        return new ProblemException(Problem.badRequest(
                        "hub-not-live",
                        "The hub " + hub.id()
                                + " is a file on the web, so only its copy can be asked, which is no answer"
                                + " with on-failure=strict. Leave it out, or ask with on-failure=partial; the report"
                                + " has the date of the copy.")
                .with("hub", hub.id()));
    }

    private void add(List<Binding> found, List<Binding> all) {
        rows += found.size();
        if (rows > settings.maxRows()) {
            throw new ProblemException(Problem.badRequest(
                    "too-many-rows",
                    "The hubs have more than " + settings.maxRows() + " rows for this query together: put a filter, a"
                            + " LIMIT or a count inside of SERVICE."));
        }
        all.addAll(found);
    }

    /** Asks this hub's own store, within the read that the query has begun. */
    private HubReply local(Query query, Scope scope, DatasetGraph dataset) {
        long begun = running.millis();
        List<Binding> found = new ArrayList<>();
        try (QueryExec exec = executions.create(dataset, query, scope, AllowedServices.NONE, running, context -> {})) {
            RowSet all = exec.select();
            while (all.hasNext()) {
                running.check();
                found.add(all.next());
                if (found.size() > settings.maxRowsOfHub()) {
                    return new HubReply.Failed(
                            Fault.of(
                                    Fault.Kind.TOO_LARGE,
                                    "the answer has more than " + settings.maxRowsOfHub()
                                            + " rows; a LIMIT or a count inside of SERVICE makes it smaller"),
                            running.millis() - begun);
                }
            }
        }
        return new HubReply.Rows(found, Optional.empty(), 0, running.millis() - begun);
    }
}
