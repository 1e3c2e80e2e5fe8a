package eu.solutionatlas.hub;

import eu.solutionatlas.browse.CatalogueView;
import eu.solutionatlas.web.Branch;
import eu.solutionatlas.web.Card;
import eu.solutionatlas.web.Language;
import java.util.List;

/**
 * What is in the catalogue.
 *
 * @param solutions how many there are
 * @param actors how many there are
 * @param newest solutions, the newest first
 * @param themes as a tree
 * @param regions as a tree
 * @param statuses of solutions
 * @param years in which solutions began, the latest first
 * @param languages that solutions are described in, as tags, the most usual first
 */
public record Contents(
        int solutions,
        int actors,
        List<Card> newest,
        List<Branch> themes,
        List<Branch> regions,
        List<Branch> statuses,
        List<Count> years,
        List<Count> languages) {

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

    /**
     * Regions to begin with, country by country: the first level at which each falls into several, as far as it has
     * solutions. Names such as "Northeast" say nothing without their country.
     */
    public List<Branch> regionsToStart() {
        return regions.stream()
                .filter(country -> country.count() > 0)
                .map(country -> new Branch(
                        country.link(),
                        country.count(),
                        firstSplit(country).stream()
                                .filter(region -> region.count() > 0 && !region.equals(country))
                                .map(region -> new Branch(region.link(), region.count(), List.of()))
                                .toList()))
                .toList();
    }

    private static List<Branch> firstSplit(Branch branch) {
        return switch (branch.branches().size()) {
            case 0 -> List.of(branch);
            case 1 -> firstSplit(branch.branches().getFirst());
            default -> branch.branches();
        };
    }

    private static long inUse(List<Branch> branches) {
        return branches.stream()
                .mapToLong(branch -> (branch.count() > 0 ? 1 : 0) + inUse(branch.branches()))
                .sum();
    }
}
