package eu.solutionatlas.outbound;

import java.io.IOException;

/** A host has only addresses that are not asked. */
final class ForbiddenAddressException extends IOException {
    private static final long serialVersionUID = 1;

    ForbiddenAddressException(String message) {
        super(message);
    }
}
