package eu.solutionatlas.dump;

import java.util.HashMap;
import java.util.Map;

/** A number of places, of which no client has more than some. */
final class Places {
    private final int all;
    private final int each;
    private final Map<String, Integer> taken = new HashMap<>();

    Places(int all, int each) {
        this.all = all;
        this.each = each;
    }

    /** Takes one, if there is one for this client. */
    synchronized boolean enter(String client) {
        int own = taken.getOrDefault(client, 0);
        int sum = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (own >= each || sum >= all) {
            return false;
        }
        taken.put(client, own + 1);
        return true;
    }

    /** Gives one back. */
    synchronized void leave(String client) {
        taken.computeIfPresent(client, (unused, own) -> own > 1 ? own - 1 : null);
    }
}
