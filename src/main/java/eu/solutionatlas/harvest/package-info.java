/**
 * Copies of partner hubs' entries: found out what a hub is ({@code Discovery}), fetched ({@code Fetcher}), checked as our
 * own entries are, and swapped in whole in one commit ({@code Harvester}), again and again ({@code Harvests}), with a
 * report that the partner can read.
 *
 * <p>A harvest goes through a file of N-Quads in which the quads of an entry stand together, whatever it came as. It is
 * read twice, once to check and once to write, so that a large partner needs no more memory than a small one.
 */
@NullMarked
package eu.solutionatlas.harvest;

import org.jspecify.annotations.NullMarked;
