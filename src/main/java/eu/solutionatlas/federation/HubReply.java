package eu.solutionatlas.federation;

import eu.solutionatlas.outbound.Fault;
import java.util.List;
import java.util.Optional;
import org.apache.jena.sparql.engine.binding.Binding;

/** What a hub said to one part of a query. */
sealed interface HubReply {
    long millis();

    /**
     * Rows.
     *
     * @param cut why the hub itself says that these are not all; empty when they are
     * @param foreign rows left out, since they were about other hubs' entries
     */
    record Rows(List<Binding> rows, Optional<String> cut, int foreign, long millis) implements HubReply {}

    record Failed(Fault fault, long millis) implements HubReply {}
}
