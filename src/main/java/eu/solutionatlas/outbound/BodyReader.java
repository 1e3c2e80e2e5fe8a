package eu.solutionatlas.outbound;

import java.io.IOException;

/**
 * Makes something of an answer while it arrives.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface BodyReader<T> {
    /**
     * Reads the body to its end, or as far as it is of use.
     *
     * @throws RejectedReplyException for an answer that is not what it should be
     * @throws IOException what the body threw; of its own only for malformed content
     */
    T read(Reply reply) throws IOException;
}
