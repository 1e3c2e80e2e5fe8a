package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Label;
import java.util.List;
import java.util.Optional;

/**
 * Regions as tiles on a grid, placed roughly as on a map and shaded by the number of their solutions.
 *
 * @param level the NUTS level of the regions, 1 to 3
 * @param columns of the grid; 0 when there is nothing to show
 * @param countries with their tiles, both by name: the order in which a screen reader goes through them
 * @param legend the ranges of numbers that shades stand for, the lightest first
 * @param outlines a layer of real outlines, when the operator has one
 */
public record TileMap(
        int level, int columns, int rows, List<Country> countries, List<Range> legend, Optional<Layer> outlines) {

    /** A map of nothing. */
    public static final TileMap EMPTY = new TileMap(0, 0, 0, List.of(), List.of(), Optional.empty());

    /** The tiles of one country. */
    public record Country(Label name, List<Tile> tiles) {}

    /**
     * One region.
     *
     * @param code its NUTS code
     * @param link to its page, with its full name
     * @param name one that is short enough for a tile, in the language of the page
     * @param count solutions in it, those in its parts included
     * @param shade 0 (none) to 4 (most)
     * @param column from the west, 1 and up
     * @param row from the north, 1 and up
     * @param current whether it is the region that the page is about
     * @param within whether it is a part of the region that the page is about
     * @param borderEast whether the tile to the right is in another country
     * @param borderSouth whether the tile below is in another country
     */
    public record Tile(
            String code,
            Link link,
            String name,
            int count,
            int shade,
            int column,
            int row,
            boolean current,
            boolean within,
            boolean borderEast,
            boolean borderSouth) {}

    /** The numbers from one to another, both included, that one shade stands for. */
    public record Range(int shade, int from, int to) {}

    /**
     * Outlines of regions that the operator gave.
     *
     * @param path of the GeoJSON on this site
     * @param attribution whom they are from; may be empty
     */
    public record Layer(String path, String attribution) {}

    public boolean isEmpty() {
        return countries.isEmpty();
    }
}
