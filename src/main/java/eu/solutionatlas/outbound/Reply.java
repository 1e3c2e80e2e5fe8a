package eu.solutionatlas.outbound;

import java.io.InputStream;

/**
 * An answer that has begun.
 *
 * @param status 200 to 299, or 304 where the request was conditional
 * @param body decompressed; throws when the time is up, the size is reached, the connection ends too early or the
 *     exchange is cancelled
 */
public record Reply(int status, ReplyHeaders headers, InputStream body) {}
