package eu.solutionatlas.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request that has been answered, as far as log and metrics want to know it.
 *
 * @param id of the request, also sent in its answer
 * @param at when it began
 * @param method as the client wrote it
 * @param path as the client wrote it, without the query string
 * @param query the query string
 * @param route the route that answered, such as {@code /solution/{slug}}; empty when none did
 * @param status of the answer
 * @param bytes of the answer's body
 * @param duration until the last byte was handed to the network
 */
public record Exchange(
        String id,
        Instant at,
        String method,
        String path,
        Optional<String> query,
        Optional<String> route,
        int status,
        long bytes,
        Duration duration) {}
