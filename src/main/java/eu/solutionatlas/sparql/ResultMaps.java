package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.TileMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;

/**
 * Puts results that have a column of regions on the map. Its tiles are of one level; what rows say of smaller regions is
 * added up, unless the query has done so itself.
 */
record ResultMaps(KnownSchemes schemes, Scheme regions) {
    private static final double MOST = 1e9;

    /** A row's region, the tile that it lies in, and its number. */
    private record Placed(Node region, Node tile, long number) {}

    /** The first column that has a region; empty when none has. */
    private Optional<Integer> column(Shown shown) {
        return IntStream.range(0, shown.columns().size())
                .filter(column -> shown.values(column).stream().anyMatch(regions::contains))
                .boxed()
                .findFirst();
    }

    /**
     * The map of a query's result; empty when no row is about a region that has a tile or lies in one, or numbers are too large
     * for it.
     */
    Optional<ResultMap> of(Shown shown, Query query, Frame frame) {
        Optional<Integer> column = column(shown);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        Set<Node> tiles = schemes.map(regions, Map.of(), frame.language()).countries().stream()
                .flatMap(country -> country.tiles().stream())
                .map(tile -> NodeFactory.createURI(Iris.NUTS + tile.code()))
                .collect(Collectors.toSet());
        Optional<Integer> number = number(shown);
        List<Placed> placed = shown.rows().stream()
                .flatMap(row -> place(row, column.get(), number, tiles).stream())
                .toList();
        // Numbers beyond a thousand millions are no counts, and the classes of a map are made for counts.
        if (placed.isEmpty() || placed.stream().mapToDouble(Placed::number).sum() > MOST) {
            return Optional.empty();
        }
        boolean included = number.isPresent()
                && UpwardsPath.leadsTo(shown.columns().get(column.get()), query)
                && partsAreIncluded(placed);
        Map<Node, Integer> sums = new HashMap<>();
        placed.stream()
                .filter(row -> !included || row.region().equals(row.tile()))
                .forEach(row -> sums.merge(row.tile(), (int) row.number(), Integer::sum));
        TileMap map = schemes.map(regions, sums, frame.language());
        return Optional.of(new ResultMap(
                map,
                number.map(shown.columns()::get).orElse(frame.text("sparql.map.rows")),
                included ? frame.text("sparql.map.included") : frame.text("sparql.map.summed"),
                shown.rows().size() - placed.size()));
    }

    /** The first column of whole numbers that are not below nothing: what can be shaded. */
    private static Optional<Integer> number(Shown shown) {
        return shown.numbers().stream()
                .filter(column -> shown.values(column).stream()
                        .allMatch(value -> Shown.isWhole(value) && Shown.number(value) >= 0))
                .findFirst();
    }

    private Optional<Placed> place(List<Optional<Node>> row, int column, Optional<Integer> number, Set<Node> tiles) {
        return row.get(column)
                .flatMap(region -> regions.hierarchy().upwards(region).stream()
                        .filter(tiles::contains)
                        .findFirst()
                        .map(tile -> new Placed(
                                region,
                                tile,
                                number.map(row::get)
                                        .map(value -> value.map(Shown::number)
                                                .orElse(0d)
                                                .longValue())
                                        .orElse(1L))));
    }

    /** Whether larger regions have rows with numbers that hold those of their parts, as after {@code skos:broader*}. */
    private static boolean partsAreIncluded(List<Placed> placed) {
        Map<Node, Long> own = new HashMap<>();
        placed.stream()
                .filter(row -> row.region().equals(row.tile()))
                .forEach(row -> own.merge(row.region(), row.number(), Long::sum));
        boolean parts = false;
        for (Placed row : placed) {
            if (!row.region().equals(row.tile())) {
                parts = true;
                if (own.getOrDefault(row.tile(), -1L) < row.number()) {
                    return false;
                }
            }
        }
        return parts;
    }
}
