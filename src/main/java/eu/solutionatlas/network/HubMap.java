package eu.solutionatlas.network;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.TileMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which hubs serve which regions.
 *
 * @param tiles the regions, shaded by the number of their hubs
 * @param serving the hubs of each region, by its NUTS code
 */
public record HubMap(TileMap tiles, Map<String, List<Served>> serving) {
    /**
     * A hub that serves a region.
     *
     * @param anchor of its row in the table on the same page
     * @param here whether it is this hub
     */
    public record Served(Label name, String anchor, boolean here) {}

    /** Where a region leads to on the same page: its only hub, its only partner beside this hub, or all; empty without any. */
    public Optional<String> anchor(String code) {
        List<Served> hubs = of(code);
        return switch (hubs.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(hubs.getFirst().anchor());
            case 2 -> Optional.of(hubs.getFirst().here() ? hubs.getLast().anchor() : "hubs");
            default -> Optional.of("hubs");
        };
    }

    /** The hubs that serve a region, this one first. */
    public List<Served> of(String code) {
        return serving.getOrDefault(code, List.of());
    }
}
