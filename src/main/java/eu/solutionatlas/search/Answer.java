package eu.solutionatlas.search;

import java.util.List;
import java.util.Optional;

/**
 * What was found.
 *
 * @param total how many entries there are in all
 * @param hits those that were asked for
 * @param loosened whether nothing has all the words, and these have some of them, or words like them
 * @param meant the words that were probably meant; empty when all of them are known
 */
public record Answer(int total, List<Hit> hits, boolean loosened, Optional<String> meant) {}
