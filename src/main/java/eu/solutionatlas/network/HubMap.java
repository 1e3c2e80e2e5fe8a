package eu.solutionatlas.network;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.TileMap;
import java.util.List;
import java.util.Map;

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
     */
    public record Served(Label name, String anchor) {}

    /** The hubs that serve a region. */
    public List<Served> of(String code) {
        return serving.getOrDefault(code, List.of());
    }
}
