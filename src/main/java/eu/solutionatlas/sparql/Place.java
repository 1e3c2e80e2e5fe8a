package eu.solutionatlas.sparql;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The place of a query whose answer is whole before it is sent. It is given back before that, since whoever reads slowly
 * would hold it as long as he likes; the answer waits in a file meanwhile, not in memory.
 */
final class Place {
    private static final String ATTRIBUTE = Place.class.getName();

    private final Gate.Permit permit;

    private Place(Gate.Permit permit) {
        this.permit = permit;
    }

    static Place of(Gate.Permit permit) {
        return new Place(permit);
    }

    /** For whoever knows when the answer is whole. */
    void noteIn(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Gives the place of a request back, if it has one. */
    static void leave(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Place place) {
            place.permit.close();
        }
    }
}
