package eu.solutionatlas.region;

import eu.solutionatlas.browse.Shelf;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Branch;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.TileMap;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a region shows.
 *
 * @param iri of the region, as the EU gives it
 * @param code its NUTS code
 * @param level its NUTS level, 0 to 3; empty when the data does not say
 * @param officialNames in the languages of the country
 * @param above the regions it lies in, the widest first
 * @param map the regions in it, or around it
 * @param below the regions in it, with their solutions counted
 * @param touching regions with a border in common, whatever their country
 * @param solutions in it and below
 * @param actors in it and below
 */
public record RegionPage(
        String iri,
        String code,
        Optional<String> level,
        Label name,
        List<Label> otherNames,
        List<Label> officialNames,
        List<Link> above,
        TileMap map,
        List<Branch> below,
        List<Link> touching,
        List<Link> matches,
        Shelf solutions,
        Shelf actors) {

    /** All regions as a tree, with their solutions counted. */
    public record Tree(String iri, Label title, Optional<Label> description, TileMap map, List<Branch> branches) {}
}
