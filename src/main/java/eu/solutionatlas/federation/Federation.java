package eu.solutionatlas.federation;

import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.partner.Partners;
import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Description;
import eu.solutionatlas.rdf.Hierarchy;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.sparql.Executions;
import eu.solutionatlas.sparql.QueryMode;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import io.javalin.config.RoutesConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.jspecify.annotations.Nullable;

/** Live federation, put together. */
public final class Federation implements AutoCloseable {
    private final Store store;
    private final Iris iris;
    private final Partners partners;
    private final FederationSettings settings;
    private final Copied copied;
    private final Function<Snapshot, List<Hierarchy>> hierarchies;
    private final Scatter scatter;
    private final Reports reports = new Reports();
    private final QueryMode mode;
    private volatile @Nullable Known latest;

    private record Known(DataVersion version, Network network) {}

    /**
     * @param executions runs the parts of a query that this hub answers itself
     * @param hierarchies of themes and regions
     * @param breaker knows which hubs are left alone
     * @param held whether newer entries of a hub wait for the operator
     */
    public Federation(
            Store store,
            Iris iris,
            Partners partners,
            Outbound outbound,
            Executions executions,
            FederationSettings settings,
            Function<Snapshot, List<Hierarchy>> hierarchies,
            Breaker breaker,
            Predicate<String> held) {
        this.store = store;
        this.iris = iris;
        this.partners = partners;
        this.settings = settings;
        this.copied = new Copied(store, iris);
        this.hierarchies = hierarchies;
        this.scatter = new Scatter(new HubClient(outbound, settings), breaker, settings);
        this.mode = new FederationMode(
                this::network, scatter, copied, executions, settings, reports, new ReportWords(iris), held);
    }

    /** The address at which many hubs are asked. */
    public QueryMode mode() {
        return mode;
    }

    public void addTo(RoutesConfig routes) {
        new ReportRoutes(reports).addTo(routes);
    }

    /** The network as of now, worked out once for each data version. */
    private Network network() {
        Known known = latest;
        return known != null && known.version().equals(store.version()) ? known.network() : lookAgain();
    }

    private Network lookAgain() {
        return store.read(snapshot -> {
            Map<String, CopySummary> summaries = copied.summaries(snapshot);
            Network network =
                    new Network(targets(snapshot), summaries, new Choice(summaries, hierarchies.apply(snapshot)));
            latest = new Known(snapshot.version(), network);
            return network;
        });
    }

    private Targets targets(Snapshot snapshot) {
        Description hub = new Description(
                snapshot.graph(NodeFactory.createURI(iris.base() + "hub")),
                NodeFactory.createURI(iris.base() + "id/hub"));
        return Targets.of(settings.id(), iris, hub.things(DCTerms.spatial), partners.at(snapshot));
    }

    @Override
    public void close() {
        scatter.close();
    }
}
