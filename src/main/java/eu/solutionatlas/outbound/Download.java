package eu.solutionatlas.outbound;

import java.nio.file.Path;

/** What became of a download. */
public sealed interface Download {
    /** The file is there, whole. */
    record Fetched(Path file, Validators validators, ReplyHeaders headers) implements Download {}

    /** It is as it was. */
    record NotModified(ReplyHeaders headers) implements Download {}

    /** It could not be had. */
    record Failed(Fault fault) implements Download {}
}
