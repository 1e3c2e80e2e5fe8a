package eu.solutionatlas.federation;

import eu.solutionatlas.sparql.Executions;
import eu.solutionatlas.sparql.QueryMode;
import eu.solutionatlas.sparql.guard.AllowedServices;
import eu.solutionatlas.store.Scope;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;

/** Queries to many hubs, live: {@code /federation/sparql}. */
final class FederationMode implements QueryMode {
    /** The header that says how whole an answer is. */
    static final String STATUS = "Federation-Status";

    static final String PATH = "/federation/sparql";

    private final Supplier<Network> network;
    private final Scatter scatter;
    private final Copied copied;
    private final Executions executions;
    private final FederationSettings settings;
    private final Reports reports;
    private final ReportWords words;
    private final Predicate<String> held;

    /**
     * @param network the hubs as they are known now
     * @param held whether newer entries of a hub wait for the operator
     */
    FederationMode(
            Supplier<Network> network,
            Scatter scatter,
            Copied copied,
            Executions executions,
            FederationSettings settings,
            Reports reports,
            ReportWords words,
            Predicate<String> held) {
        this.network = network;
        this.scatter = scatter;
        this.copied = copied;
        this.executions = executions;
        this.settings = settings;
        this.reports = reports;
        this.words = words;
        this.held = held;
    }

    @Override
    public String path() {
        return PATH;
    }

    /** By their names; which of them there are is known when the query is prepared. */
    @Override
    public AllowedServices services() {
        return service -> true;
    }

    @Override
    public Words words(Frame frame) {
        return new Words(
                frame.text("federation.ask.title"),
                frame.text("federation.ask.lead"),
                List.of(
                        frame.text(
                                "federation.limit.hub",
                                frame.number(settings.deadline().toSeconds()),
                                frame.number(settings.maxRowsOfHub()),
                                frame.number(settings.maxMegabytesOfHub())),
                        frame.text("federation.limit.rows", frame.number(settings.maxRows())),
                        frame.text("federation.limit.reading")));
    }

    @Override
    public Prepared prepare(Query query, Asked asked) {
        if (asked.header(HubClient.HOP).isPresent()) {
            throw new ProblemException(Problem.of(
                    508,
                    "federation-loop",
                    "A hub asks a hub that asks hubs",
                    "The question comes from a federated query already. Register this hub with its own entries'"
                            + " endpoint, /sparql/own."));
        }
        if (query.hasDatasetDescription() || asked.has("default-graph-uri") || asked.has("named-graph-uri")) {
            throw new ProblemException(Problem.badRequest(
                    "no-choice-of-graphs",
                    "Which graphs are asked is said by SERVICE here: leave FROM, default-graph-uri and"
                            + " named-graph-uri out."));
        }
        OnFailure onFailure = OnFailure.of(asked.parameter(OnFailure.PARAMETER));
        Network known = network.get();
        if (Services.in(query).isEmpty()) {
            return new Distribution(known.targets())
                    .of(query)
                    .map(found -> live(found, Copied.vocabularies(), AnswerReport.How.DISTRIBUTED, known, onFailure))
                    .orElseGet(() -> here(query, known, onFailure));
        }
        Services.in(query).forEach(service -> check(service, known.targets()));
        // What is outside of SERVICE is asked of this hub alone: copies there would be old without anybody saying so.
        return live(
                Distribution.Distributed.asWritten(query), copied.own(), AnswerReport.How.AS_WRITTEN, known, onFailure);
    }

    /** Before anything runs, so that a misspelt hub is an error also where it would not be reached. */
    private static void check(String service, Targets targets) {
        if (!targets.allows(service)) {
            throw new ProblemException(Problem.of(
                            403,
                            "service-not-allowed",
                            "Not a registered hub",
                            "SERVICE " + service + " is no hub that is registered here. <" + Targets.ALL
                                    + "> asks all that are.")
                    .with("service", service));
        }
        targets.named(service);
    }

    private Prepared live(
            Distribution.Distributed distributed,
            Scope scope,
            AnswerReport.How how,
            Network known,
            OnFailure onFailure) {
        AtomicReference<List<HubAnswer>> answers = new AtomicReference<>(List.of());
        return new Prepared(
                distributed.query(),
                scope,
                (context, running) -> {
                    FederatedQuery federated = new FederatedQuery(
                            known, distributed, onFailure, scatter, copied, executions, settings, running);
                    answers.set(federated.answers());
                    onlyLink(context, federated);
                },
                Optional.of(settling(how, answers::get)));
    }

    /** Nothing but our link is in the chain: neither Jena's HTTP client nor any plug-in gets to see a SERVICE. */
    private static void onlyLink(Context context, FederatedQuery federated) {
        ServiceExecutorRegistry registry = new ServiceExecutorRegistry();
        registry.addSingleLink(federated);
        ServiceExecutorRegistry.set(context, registry);
        // Two blocks are joined by a hash of each answer, instead of asking the second anew for each row of the first.
        context.set(ARQ.optIndexJoinStrategy, false);
    }

    /** A query that cannot be taken apart: without partners, what this hub has itself is the whole. */
    private Prepared here(Query query, Network known, OnFailure onFailure) {
        if (known.targets().all().size() == 1) {
            HubAnswer own = HubAnswer.own(settings.id());
            return new Prepared(
                    query,
                    copied.own(),
                    (context, running) -> {},
                    Optional.of(settling(AnswerReport.How.OWN, () -> List.of(own))));
        }
        return overCopies(query, known, onFailure);
    }

    private Prepared overCopies(Query query, Network known, OnFailure onFailure) {
        if (onFailure == OnFailure.STRICT) {
            throw new ProblemException(Problem.badRequest(
                    "not-distributable",
                    "The query cannot be shown to be exact when every hub answers it by itself, so it would be answered"
                            + " from copies. Name the parts that hubs answer with SERVICE <" + Targets.ALL
                            + ">, or ask with on-failure=stale."));
        }
        List<HubAnswer> answers =
                known.targets().all().stream().map(hub -> fromCopy(hub, known)).toList();
        Set<String> hubs = known.targets().all().stream().map(Target::id).collect(Collectors.toUnmodifiableSet());
        return new Prepared(
                query,
                copied.with(hubs),
                (context, running) -> {},
                Optional.of(settling(AnswerReport.How.COPIES, () -> answers)));
    }

    private static HubAnswer fromCopy(Target hub, Network known) {
        if (hub.isThisHub()) {
            return HubAnswer.own(hub.id());
        }
        return Optional.ofNullable(known.summaries().get(hub.id()))
                .map(copy -> HubAnswer.copied(hub.id(), 1, copy.worth(), 0, "the query is answered from copies"))
                .orElseGet(() -> HubAnswer.withoutCopy(hub.id(), 1, "there is no copy of its entries here"));
    }

    /** A copy that could be newer is said to be one. */
    private HubAnswer remarked(HubAnswer answer) {
        return answer.restsOnCopy() && held.test(answer.hub())
                ? answer.saying("what the hub has now was not taken: it waits for the operator of this hub")
                : answer;
    }

    private Settling settling(AnswerReport.How how, Supplier<List<HubAnswer>> answers) {
        return new Settling(settings.maxRows(), () -> {
            AnswerReport report = new AnswerReport(
                    reports.newId(),
                    how,
                    answers.get().stream().map(this::remarked).toList());
            reports.keep(report);
            String address = words.address(report);
            return new Remarks(
                    Map.of(
                            STATUS,
                            report.header(),
                            "Link",
                            "<" + address + ">; rel=\"describedby\"",
                            "Cache-Control",
                            "no-store"),
                    address,
                    frame -> words.origin(report, frame));
        });
    }
}
