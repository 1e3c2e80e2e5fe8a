package eu.solutionatlas.sparql;

import eu.solutionatlas.web.TileMap;

/**
 * A result on the map of regions.
 *
 * @param tiles the regions, shaded by their numbers
 * @param measured what the numbers are
 * @param reckoned how the numbers come from rows, in a sentence
 * @param left rows that are on no tile
 */
public record ResultMap(TileMap tiles, String measured, String reckoned, int left) {}
