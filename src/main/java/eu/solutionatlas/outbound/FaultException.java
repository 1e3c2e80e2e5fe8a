package eu.solutionatlas.outbound;

import java.io.IOException;

/** Ends the reading of a body; {@link Outbound} turns it back into the fault. */
final class FaultException extends IOException {
    private static final long serialVersionUID = 1;
    private final transient Fault fault;

    FaultException(Fault fault) {
        super(fault.words());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
