package eu.solutionatlas.outbound;

import java.io.IOException;

/** A reader does not take an answer. */
public final class RejectedReplyException extends IOException {
    private static final long serialVersionUID = 1;
    private final Fault.Kind kind;

    private RejectedReplyException(Fault.Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** The content has a media type that is of no use. */
    public static RejectedReplyException wrongType(String message) {
        return new RejectedReplyException(Fault.Kind.WRONG_TYPE, message);
    }

    /** The content is not what its media type says. */
    public static RejectedReplyException malformed(String message) {
        return new RejectedReplyException(Fault.Kind.MALFORMED, message);
    }

    /** There is more of it than the reader takes: rows, not bytes. */
    public static RejectedReplyException tooLarge(String message) {
        return new RejectedReplyException(Fault.Kind.TOO_LARGE, message);
    }

    Fault fault() {
        return Fault.in(Phase.BODY, kind, String.valueOf(getMessage()));
    }
}
