package eu.solutionatlas.web;

/** The address cannot be listened at. The message is for the operator. */
public final class ListenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ListenException(String host, int port, Throwable cause) {
        super(
                "Cannot listen at " + host + ", port " + port + ": another program uses it, or the port is below 1024"
                        + " and needs rights that this user lacks. To try another port, set the base IRI and the data"
                        + " directory, too: --port 8081 --base-iri http://localhost:8081/ --data-directory another.",
                cause);
    }
}
