package eu.solutionatlas.harvest;

import eu.solutionatlas.partner.Partner;
import java.util.List;

/** What an address turned out to be. */
public sealed interface Discovered {
    /**
     * A hub, as it could be registered.
     *
     * @param partner with what could be found out; announced, not active
     * @param kind what it is, for the operator: "another Atlas"…
     * @param missing what the operator has to say before it can be registered, in words; empty when nothing
     * @param suggestedSpaces how IRIs of its entries seem to begin, where the hub itself does not say
     */
    record Hub(Partner partner, String kind, List<String> missing, List<String> suggestedSpaces) implements Discovered {
        public Hub {
            missing = List.copyOf(missing);
            suggestedSpaces = List.copyOf(suggestedSpaces);
        }
    }

    /** @param tried what was tried and what came of it, a line each */
    record Nothing(List<String> tried) implements Discovered {
        public Nothing {
            tried = List.copyOf(tried);
        }
    }
}
