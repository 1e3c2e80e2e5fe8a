package eu.solutionatlas.hub;

import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.web.Branch;
import eu.solutionatlas.web.Card;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.TileMap;
import java.util.List;
import java.util.Optional;

/**
 * What is in the catalogue.
 *
 * @param solutions how many there are, copied ones included
 * @param actors how many there are, copied ones included
 * @param newest solutions, the newest first
 * @param themes as a tree
 * @param regions as a tree
 * @param map of the regions
 * @param statuses of solutions
 * @param years in which solutions began, the latest first
 * @param languages that solutions are described in, as tags, the most usual first
 * @param own what of it is this hub's own; empty when all of it is
 */
public record Contents(
        int solutions,
        int actors,
        List<Card> newest,
        List<Branch> themes,
        List<Branch> regions,
        TileMap map,
        List<Branch> statuses,
        List<Count> years,
        List<Count> languages,
        Optional<Own> own) {

    /**
     * What of it is this hub's own.
     *
     * @param hubs that the rest was copied from
     */
    public record Own(int solutions, int actors, int hubs) {}

    /** How many solutions have something. */
    public record Count(String value, int count) {}

    /** Draws the contents up for a reader. */
    @FunctionalInterface
    public interface Source {
        Contents of(CatalogueView view, Language language);
    }

    /** How many themes and sub-themes have solutions. */
    public long themesInUse() {
        return inUse(themes);
    }

    /** How many regions have solutions. */
    public long regionsInUse() {
        return inUse(regions);
    }

    private static long inUse(List<Branch> branches) {
        return branches.stream()
                .mapToLong(branch -> (branch.count() > 0 ? 1 : 0) + inUse(branch.branches()))
                .sum();
    }
}
