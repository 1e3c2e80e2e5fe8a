package eu.solutionatlas.outbound;

import java.util.Optional;

/**
 * What the other side said of a file's state, to ask later whether it is still so (RFC 9110 section 8.8).
 *
 * @param etag as the header has it, quotes included
 * @param lastModified as the header has it
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
    /** For a file that was never fetched. */
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    static Validators of(ReplyHeaders headers) {
        return new Validators(headers.first("ETag"), headers.first("Last-Modified"));
    }

    /** The ETag, if parts with the same one are parts of the same bytes. */
    Optional<String> strongEtag() {
        return etag.filter(tag -> tag.startsWith("\""));
    }

    OutboundRequest addTo(OutboundRequest request) {
        OutboundRequest conditional =
                etag.map(tag -> request.header("If-None-Match", tag)).orElse(request);
        return lastModified
                .map(date -> conditional.header("If-Modified-Since", date))
                .orElse(conditional);
    }
}
