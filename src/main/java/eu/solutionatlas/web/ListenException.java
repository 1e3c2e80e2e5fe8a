package eu.solutionatlas.web;

/** The address cannot be listened at. The message is for the operator. */
public final class ListenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ListenException(String host, int port, Throwable cause) {
        super(
                "Cannot listen at " + host + ", port " + port + ": another program uses it, or the port is below 1024"
                        + " and needs rights that this user lacks. Another port: --port 8081 or ATLAS_PORT=8081.",
                cause);
    }
}
