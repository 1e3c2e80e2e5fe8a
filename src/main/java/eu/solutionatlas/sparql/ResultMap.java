package eu.solutionatlas.sparql;

import eu.solutionatlas.web.TileMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A result on the map of regions.
 *
 * @param tiles where the regions are; their counts and shades are not those of the result
 * @param values what the result says of regions, by their NUTS codes
 * @param legend the ranges of numbers that shades stand for, the lightest first
 * @param measured what the numbers are
 * @param reckoned how the numbers come from rows, in a sentence
 * @param chosen which of several columns of regions this is, in a sentence; empty when there is one
 * @param left rows that are on no tile
 */
public record ResultMap(
        TileMap tiles,
        Map<String, Value> values,
        List<Value> legend,
        String measured,
        String reckoned,
        Optional<String> chosen,
        int left) {
    /**
     * A number, or a range of them.
     *
     * @param text as its reader writes it
     * @param shade 1 to 4 (most); 0 for none
     */
    public record Value(String text, int shade) {}

    /** What is shown where the result says nothing, which is not to say 0. */
    public static final Value NOTHING = new Value("–", 0);

    /** That of a tile. */
    public Value at(TileMap.Tile tile) {
        return values.getOrDefault(tile.code(), NOTHING);
    }
}
