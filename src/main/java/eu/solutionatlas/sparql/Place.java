package eu.solutionatlas.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * The place of a query whose answer is whole before it is sent. It is given back before that, since whoever reads slowly
 * would hold it as long as he likes; the answer waits in a file meanwhile, not in memory.
 */
final class Place {
    private static final String ATTRIBUTE = Place.class.getName();

    private final List<Gate.Permit> permits;

    private Place(List<Gate.Permit> permits) {
        this.permits = permits;
    }

    static Place of(Gate.Permit... permits) {
        return new Place(List.of(permits));
    }

    /** For whoever knows when the answer is whole. */
    void noteIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Gives the place of a request back, if it has one. */
    static void leave(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Place place) {
            place.permits.forEach(Gate.Permit::close);
        }
    }
}
