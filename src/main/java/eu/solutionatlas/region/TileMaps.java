package eu.solutionatlas.region;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.region.TileGrid.Place;
import eu.solutionatlas.web.Linker;
import eu.solutionatlas.web.TileMap;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** Makes tile maps: of all regions, or of what lies in and around one. */
final class TileMaps {
    private static final int OVERVIEW = 2;
    private static final int FINEST = 3;

    private final TileGrid grid = TileGrid.load();
    private final Optional<TileMap.Layer> outlines;

    /** @param outlines a layer of real outlines to show with each map */
    TileMaps(Optional<TileMap.Layer> outlines) {
        this.outlines = outlines;
    }

    /** All regions at NUTS level 2, the countries on one grid. */
    TileMap whole(Scheme scheme, Map<Node, Integer> counts, Linker linker) {
        return map(grid.atLevel(OVERVIEW), Optional.empty(), scheme, counts, linker);
    }

    /**
     * What there is to choose from at a region: its parts; at level 2 and 3, where the neighbours across a border are
     * what one looks for, the NUTS 3 regions in and around it.
     */
    TileMap at(Node region, Scheme scheme, Map<Node, Integer> counts, Linker linker) {
        List<Place> places = TileGrid.level(code(region)) < OVERVIEW
                ? places(parts(region, scheme))
                : around(places(scheme.hierarchy().downwards(region)), code(region));
        return map(places, Optional.of(region), scheme, counts, linker);
    }

    /** The parts of a region; when it has one only, the parts of that. */
    private static Collection<Node> parts(Node region, Scheme scheme) {
        List<Node> parts = scheme.hierarchy().narrower(region);
        // As many steps as there are levels, so that a circle in the data has an end.
        for (int level = 0; level < FINEST && parts.size() == 1; level++) {
            List<Node> below = scheme.hierarchy().narrower(parts.getFirst());
            if (below.isEmpty()) {
                break;
            }
            parts = below;
        }
        return parts;
    }

    private List<Place> places(Collection<Node> regions) {
        return regions.stream()
                .flatMap(region -> grid.of(code(region)).stream())
                .toList();
    }

    /** The window of the finest grid that shows a region and its surroundings; smaller regions get more of these. */
    private List<Place> around(List<Place> own, String code) {
        int margin = TileGrid.level(code) == FINEST ? 2 : 1;
        List<Place> core = own.stream().filter(place -> place.level() == FINEST).toList();
        if (core.isEmpty()) {
            return List.of();
        }
        Box box = Box.of(core).wider(margin);
        return grid.atLevel(FINEST).stream().filter(box::holds).toList();
    }

    private TileMap map(
            List<Place> places, Optional<Node> about, Scheme scheme, Map<Node, Integer> counts, Linker linker) {
        List<Place> known = places.stream()
                .filter(place -> scheme.contains(node(place.code())))
                .toList();
        if (known.isEmpty()) {
            return TileMap.EMPTY;
        }
        Box box = Box.of(known);
        Map<Box.Cell, String> countryAt = new HashMap<>();
        known.forEach(place -> countryAt.put(Box.cell(place), place.country()));
        Shades shades = Shades.of(known.stream()
                .map(place -> counts.getOrDefault(node(place.code()), 0))
                .toList());
        Set<Node> own =
                about.map(region -> scheme.hierarchy().downwards(region)).orElse(Set.of());
        Collator collator = Collator.getInstance(linker.language().locale());
        Map<String, List<TileMap.Tile>> byCountry = known.stream()
                .map(place -> {
                    Node region = node(place.code());
                    int count = counts.getOrDefault(region, 0);
                    boolean current = about.filter(region::equals).isPresent();
                    return new TileMap.Tile(
                            place.code(),
                            linker.to(region),
                            place.name(linker.language()),
                            count,
                            shades.of(count),
                            place.column() - box.west() + 1,
                            place.row() - box.north() + 1,
                            current,
                            !current && own.contains(region),
                            isBorder(place, countryAt.get(Box.cell(place).east())),
                            isBorder(place, countryAt.get(Box.cell(place).south())));
                })
                .sorted(Comparator.comparing(TileMap.Tile::name, collator))
                .collect(Collectors.groupingBy(tile -> tile.code().substring(0, 2)));
        List<TileMap.Country> countries = byCountry.entrySet().stream()
                .map(entry -> new TileMap.Country(linker.name(node(entry.getKey())), entry.getValue()))
                .sorted(Comparator.comparing(country -> country.name().text(), collator))
                .toList();
        return new TileMap(known.getFirst().level(), box.columns(), box.rows(), countries, shades.legend(), outlines);
    }

    private static boolean isBorder(Place place, @Nullable String neighbour) {
        return neighbour != null && !neighbour.equals(place.country());
    }

    private static Node node(String code) {
        return NodeFactory.createURI(Iris.NUTS + code);
    }

    private static String code(Node region) {
        return region.getURI().substring(Iris.NUTS.length());
    }
}
