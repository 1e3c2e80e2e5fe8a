package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.TileMap;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;

/**
 * Puts results that have a column of regions on the map, with the first column of numbers; without any, with the count of
 * rows. Its tiles are of one level: what rows say of smaller regions is put together as far as the query shows that it may be,
 * see {@link Measure}.
 */
record ResultMaps(KnownSchemes schemes, Scheme regions) {
    /**
     * A row that is about a region of the map or a part of one.
     *
     * @param tile the region of the map
     * @param own whether the row is about that region itself
     */
    private record Placed(Node tile, boolean own, BigDecimal number) {}

    /**
     * The numbers of tiles.
     *
     * @param most those whose number is only known to be no larger
     * @param used rows that are in them
     */
    private record Reckoned(
            Map<Node, BigDecimal> numbers,
            Set<Node> most,
            String measured,
            String sentence,
            Measure measure,
            long used) {}

    /** The map of a query's result. */
    Mapping of(Shown shown, Query query, Frame frame) {
        List<Integer> columns = columns(shown);
        if (columns.isEmpty()) {
            return new Mapping.NoRegions();
        }
        int column = columns.getFirst();
        TileMap map = schemes.map(regions, Map.of(), frame.language());
        Set<Node> tiles = map.countries().stream()
                .flatMap(country -> country.tiles().stream())
                .map(tile -> NodeFactory.createURI(Iris.NUTS + tile.code()))
                .collect(Collectors.toSet());
        List<Placed> rows = placed(shown, column, tiles, row -> Optional.of(BigDecimal.ONE));
        if (rows.isEmpty()) {
            return new Mapping.NoRegions();
        }
        String region = shown.columns().get(column);
        if (!Measure.isOf(region, query)) {
            return new Mapping.NotOfRegions();
        }
        Nesting nesting = Nesting.of(region, query);
        Optional<Integer> number = number(shown, query);
        boolean whole =
                !shown.more() && !Measure.leavesRowsOut(query, shown.rows().size());
        if (number.isEmpty() && Measure.hasAggregates(query)) {
            return new Mapping.NoNumbers();
        }
        Optional<Reckoned> reckoned = number.flatMap(measured -> {
            List<Placed> placed =
                    placed(shown, column, tiles, row -> row.get(measured).map(Shown::exact));
            String name = shown.columns().get(measured);
            Measure measure = Measure.of(name, query);
            return measure == Measure.NONE || !whole
                    ? asTheyAre(placed, rows, name, query, whole, frame)
                    : Optional.of(together(placed, name, measure, nesting, measure.sentence(frame), frame));
        });
        if (reckoned.isEmpty() && (shown.more() || !whole && Measure.hasAggregates(query))) {
            return new Mapping.RowsLeftOut();
        }
        if (reckoned.isEmpty() && number.isPresent() && Measure.isOfGroups(query)) {
            return new Mapping.NoNumberForEach();
        }
        Reckoned result = reckoned.orElseGet(() -> together(
                rows,
                frame.text("sparql.map.rows"),
                Measure.SUM,
                nesting,
                number.map(unused ->
                                frame.text("sparql.map.counted", shown.columns().get(unused)))
                        .orElseGet(() -> Measure.SUM.sentence(frame)),
                frame));
        return new Mapping.Drawn(
                drawn(map, result, chosen(shown, columns, frame), shown.rows().size(), frame));
    }

    /** The first column of numbers that can be put together, or else of any. */
    private static Optional<Integer> number(Shown shown, Query query) {
        List<Integer> measures = shown.measures();
        return measures.stream()
                .filter(column -> Measure.of(shown.columns().get(column), query) != Measure.NONE)
                .findFirst()
                .or(() -> measures.stream().findFirst());
    }

    /** The columns that have a region. */
    private List<Integer> columns(Shown shown) {
        return IntStream.range(0, shown.columns().size())
                .filter(column -> shown.values(column).stream().anyMatch(regions::contains))
                .boxed()
                .toList();
    }

    private static Optional<String> chosen(Shown shown, List<Integer> columns, Frame frame) {
        return columns.size() == 1
                ? Optional.empty()
                : Optional.of(frame.text(
                        "sparql.map.chosen",
                        shown.columns().get(columns.getFirst()),
                        columns.stream().skip(1).map(shown.columns()::get).collect(Collectors.joining(", "))));
    }

    private List<Placed> placed(
            Shown shown, int column, Set<Node> tiles, Function<List<Optional<Node>>, Optional<BigDecimal>> number) {
        return shown.rows().stream()
                .flatMap(row -> number.apply(row).stream().flatMap(known -> place(row.get(column), tiles, known)))
                .toList();
    }

    private Stream<Placed> place(Optional<Node> region, Set<Node> tiles, BigDecimal number) {
        return region.stream()
                .flatMap(about -> regions.hierarchy().upwards(about).stream()
                        .filter(tiles::contains)
                        .limit(1)
                        .map(tile -> new Placed(tile, tile.equals(about), number)));
    }

    /**
     * Numbers that make nothing together: one for a region, or none. In a list of things, which has a row for each of them,
     * such a number is not one of the region.
     */
    private static Optional<Reckoned> asTheyAre(
            List<Placed> placed, List<Placed> rows, String name, Query query, boolean whole, Frame frame) {
        List<Placed> own = placed.stream().filter(Placed::own).toList();
        Map<Node, BigDecimal> numbers = new HashMap<>();
        own.forEach(row -> numbers.put(row.tile(), row.number()));
        boolean oneEach = !own.isEmpty() && numbers.size() == own.size();
        boolean ofRegions = Measure.isOfGroups(query) || rows.stream().allMatch(Placed::own);
        return oneEach && ofRegions
                ? Optional.of(new Reckoned(
                        numbers,
                        Set.of(),
                        name,
                        whole ? Measure.NONE.sentence(frame) : frame.text("sparql.map.own-part"),
                        Measure.of(name, query),
                        own.size()))
                : Optional.empty();
    }

    /**
     * Numbers that make one together. Where the row of a region may have what rows of its parts have already, it stands alone.
     *
     * @param sentence says that they are put together
     */
    private static Reckoned together(
            List<Placed> placed, String name, Measure measure, Nesting nesting, String sentence, Frame frame) {
        Set<Node> withOwn = new HashSet<>();
        Set<Node> withParts = new HashSet<>();
        placed.forEach(row -> (row.own() ? withOwn : withParts).add(row.tile()));
        boolean nested = withParts.stream().anyMatch(withOwn::contains);
        boolean alone = measure.counts()
                && !withOwn.isEmpty()
                && (nesting == Nesting.INCLUDED || nesting == Nesting.UNKNOWN && nested);
        Map<Node, BigDecimal> numbers = new HashMap<>();
        Set<Node> merged = new HashSet<>();
        for (Placed row : placed) {
            if (!alone || row.own()) {
                if (numbers.containsKey(row.tile())) {
                    merged.add(row.tile());
                }
                numbers.merge(row.tile(), row.number(), measure::together);
            }
        }
        return new Reckoned(
                numbers,
                measure == Measure.SUM_OF_DISTINCT ? merged : Set.of(),
                name,
                alone ? alone(nesting, !merged.isEmpty(), frame) : sentence,
                measure,
                placed.stream()
                        .filter(row ->
                                !alone || row.own() || nesting == Nesting.INCLUDED && withOwn.contains(row.tile()))
                        .count());
    }

    /** Of regions that show their own rows only. */
    private static String alone(Nesting nesting, boolean several, Frame frame) {
        if (nesting == Nesting.UNKNOWN) {
            return frame.text("sparql.map.unsure");
        }
        return several ? frame.text("sparql.map.included-sum") : frame.text("sparql.map.included");
    }

    private static ResultMap drawn(TileMap map, Reckoned result, Optional<String> chosen, int rows, Frame frame) {
        ValueShades shades = ValueShades.of(result.numbers().values());
        Map<String, ResultMap.Value> values = new HashMap<>();
        result.numbers()
                .forEach((tile, number) -> values.put(
                        tile.getURI().substring(Iris.NUTS.length()),
                        new ResultMap.Value(
                                (result.most().contains(tile) ? "≤ " : "") + words(number, result.measure(), frame),
                                shades.of(number))));
        List<ResultMap.Value> legend = Stream.concat(
                        Stream.of(new ResultMap.Value(frame.text("sparql.map.nothing"), 0)),
                        IntStream.range(0, shades.ranges().size())
                                .mapToObj(shade -> new ResultMap.Value(
                                        words(shades.ranges().get(shade), result.measure(), frame), shade + 1)))
                .toList();
        return new ResultMap(
                map, values, legend, result.measured(), result.sentence(), chosen, (int) (rows - result.used()));
    }

    private static String words(ValueShades.Range range, Measure measure, Frame frame) {
        String from = words(range.from(), measure, frame);
        return range.from().compareTo(range.to()) == 0 ? from : from + " – " + words(range.to(), measure, frame);
    }

    /** An amount is written with marks between its thousands; anything else might be a year. */
    private static String words(BigDecimal number, Measure measure, Frame frame) {
        return frame.number(number, measure.counts());
    }
}
