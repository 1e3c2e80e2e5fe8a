package eu.solutionatlas.harvest;

import eu.solutionatlas.outbound.Cancel;
import eu.solutionatlas.outbound.Fault;
import eu.solutionatlas.outbound.Outbound;
import eu.solutionatlas.outbound.OutboundRequest;
import eu.solutionatlas.outbound.Outcome;
import eu.solutionatlas.outbound.RejectedReplyException;
import eu.solutionatlas.outbound.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Finds out what kind of hub answers at an address, from whatever it says of itself: its VoID at the well-known place
 * (VoID section 7.2), a description at the address itself (DCAT, VoID, or a SPARQL service description), an endpoint, or
 * a file of entries.
 */
public final class Discovery {
    private static final Duration DEADLINE = Duration.ofSeconds(20);
    private static final long MAX_BYTES = 32L << 20;
    private static final int SAMPLE = 200;

    private final Outbound outbound;
    private final EndpointReader endpoints;

    public Discovery(Outbound outbound, HarvestSettings settings) {
        this.outbound = outbound;
        this.endpoints = new EndpointReader(outbound, settings);
    }

    /** What was read at an address. */
    private record Page(Graph graph) {}

    /** Asks around at an address that somebody has given. */
    public Discovered at(URI given, Cancel cancel) {
        List<String> tried = new ArrayList<>();
        URI address = given.getPath() == null || given.getPath().isEmpty() ? given.resolve("/") : given;
        boolean isRoot = address.getPath().equals("/") && address.getQuery() == null;
        Optional<Discovered> found = isRoot
                ? wellKnown(address, address, tried, cancel).or(() -> page(address, tried, cancel))
                : endpoint(address, tried, cancel)
                        .or(() -> page(address, tried, cancel))
                        .or(() -> wellKnown(address, address.resolve("/"), tried, cancel));
        return found.orElseGet(() -> new Discovered.Nothing(tried));
    }

    private Optional<Discovered> wellKnown(URI address, URI root, List<String> tried, Cancel cancel) {
        URI place = root.resolve(".well-known/void");
        return fetch(place, tried, cancel)
                .flatMap(page -> described(address, page, tried, "it has no VoID that leads to entries", cancel));
    }

    private Optional<Discovered> page(URI address, List<String> tried, Cancel cancel) {
        Optional<Page> page = fetch(address, tried, cancel);
        if (page.isEmpty()) {
            return Optional.empty();
        }
        List<Node> entries = Entries.in(page.get().graph());
        if (!entries.isEmpty()) {
            return Optional.of(Proposals.file(address, entries));
        }
        return described(address, page.get(), tried, "it is RDF, but has neither entries nor a way to some", cancel);
    }

    private Optional<Discovered> described(
            URI address, Page page, List<String> tried, String otherwise, Cancel cancel) {
        Optional<SelfDescription> description = SelfDescription.read(page.graph());
        if (description.isEmpty()) {
            tried.add(address + ": " + otherwise);
            return Optional.empty();
        }
        List<Node> sample = description.get().spaces().isEmpty() ? sampleOf(description.get(), cancel) : List.of();
        return Optional.of(Proposals.described(address, description.get(), sample));
    }

    private List<Node> sampleOf(SelfDescription description, Cancel cancel) {
        return description
                .endpoint()
                .map(endpoint -> sample(URI.create(endpoint), cancel))
                .orElse(List.of());
    }

    private Optional<Discovered> endpoint(URI address, List<String> tried, Cancel cancel) {
        Optional<Fault> fault = endpoints.probe(address, cancel);
        if (fault.isPresent()) {
            tried.add(address + " as a SPARQL endpoint: " + fault.get().words());
            return Optional.empty();
        }
        return Optional.of(Proposals.endpoint(address, sample(address, cancel)));
    }

    private List<Node> sample(URI endpoint, Cancel cancel) {
        return switch (endpoints.sample(endpoint, SAMPLE, cancel)) {
            case Outcome.Answered<List<Node>> answered -> answered.value();
            case Outcome.Failed<List<Node>> failed -> List.of(); // said as "it shows no entries"
        };
    }

    private Optional<Page> fetch(URI address, List<String> tried, Cancel cancel) {
        OutboundRequest request = OutboundRequest.get(address)
                .accept("text/turtle, " + RdfInput.ACCEPT)
                .within(DEADLINE)
                .atMost(MAX_BYTES);
        return switch (outbound.exchange(request, reply -> read(address, reply), cancel)) {
            case Outcome.Answered<Page> answered -> Optional.of(answered.value());
            case Outcome.Failed<Page> failed -> {
                tried.add(address + ": " + failed.fault().words());
                yield Optional.empty();
            }
        };
    }

    private static Page read(URI address, Reply reply) throws IOException {
        Lang lang = RdfInput.language(reply.headers().mediaType(), address.getPath())
                .orElseThrow(() -> RejectedReplyException.wrongType(
                        "the answer is no RDF: its type is " + reply.headers().mediaType()));
        Graph graph = GraphFactory.createDefaultGraph();
        try {
            RdfInput.parsePacked(reply.body(), lang, address.toString(), MAX_BYTES, Splitter.collecting(graph));
        } catch (BrokenInputException e) {
            throw RejectedReplyException.malformed("the answer cannot be read: " + e.getMessage());
        }
        return new Page(graph);
    }
}
