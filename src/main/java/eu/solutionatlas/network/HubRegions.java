package eu.solutionatlas.network;

import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.search.Background;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.TileMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Works out which hubs serve which tiles of the map. */
record HubRegions(NetworkRoutes.Tiles tiles) {
    /** A hub that serves a region serves all within it, and something of whatever that lies in. */
    HubMap map(CatalogueView view, Map<HubMap.Served, List<Node>> hubs, Language language) {
        Optional<Scheme> regions =
                Optional.ofNullable(view.vocabulary().schemes().get("region"));
        if (regions.isEmpty()) {
            return new HubMap(TileMap.EMPTY, Map.of());
        }
        Map<Node, List<HubMap.Served>> serving = new HashMap<>();
        hubs.forEach((hub, places) -> touched(regions.get(), places)
                .forEach(region -> serving.computeIfAbsent(region, none -> new ArrayList<>())
                        .add(hub)));
        Map<Node, Integer> counts = new HashMap<>();
        Map<String, List<HubMap.Served>> byCode = new HashMap<>();
        serving.forEach((region, served) -> {
            counts.put(region, served.size());
            byCode.put(Background.value(region), served);
        });
        return new HubMap(tiles.map(regions.get(), counts, language), byCode);
    }

    private static Set<Node> touched(Scheme regions, List<Node> places) {
        Set<Node> touched = new java.util.LinkedHashSet<>();
        places.forEach(place -> {
            touched.addAll(regions.hierarchy().upwards(place));
            touched.addAll(regions.hierarchy().downwards(place));
        });
        return touched;
    }
}
