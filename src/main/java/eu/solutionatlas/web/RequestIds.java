package eu.solutionatlas.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.util.Attributes;

/** Names requests, so that an answer, a log line and a complaint can be told to belong together. */
final class RequestIds {
    /** The header that carries the name in the answer. */
    static final String HEADER = "Atlas-Request";

    private static final String ATTRIBUTE = "eu.solutionatlas.request";

    private RequestIds() {}

    /** The name of a request; given on first sight. A client's own is not taken over: it could be anything. */
    static String of(Attributes request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
