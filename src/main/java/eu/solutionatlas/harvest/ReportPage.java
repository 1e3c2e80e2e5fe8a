package eu.solutionatlas.harvest;

import io.javalin.http.Context;
import java.util.Optional;

/** Shows to people how the harvests of a hub go. */
@FunctionalInterface
public interface ReportPage {
    /** Leaves everything to the JSON. */
    ReportPage NONE = (ctx, hub, state, report) -> false;

    /** @return whether the answer is given; where the client prefers JSON, it is not */
    boolean show(Context ctx, String hub, HarvestState state, Optional<HarvestReport> report);
}
