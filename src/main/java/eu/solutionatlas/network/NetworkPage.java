package eu.solutionatlas.network;

import java.util.List;

/**
 * What the page of the network shows.
 *
 * @param hubs that take part, this one first
 * @param map of the regions that they serve
 * @param undecided how many more have asked to take part
 * @param base where others announce themselves: the address of this hub
 */
public record NetworkPage(List<HubRow> hubs, HubMap map, int undecided, String base) {
    public NetworkPage {
        hubs = List.copyOf(hubs);
    }

    /** Whether there is any hub but this one. */
    public boolean hasPartners() {
        return hubs.size() > 1;
    }
}
