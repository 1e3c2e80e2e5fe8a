package eu.solutionatlas.web;

import jakarta.servlet.ServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** The connection under a request. */
public final class Connections {
    private Connections() {}

    /**
     * Closes the connection without ending the message on it, so that every client sees a broken transfer and takes no
     * part for the whole (RFC 9112 section 8). From any thread; a thread that waits for the client wakes up with an
     * error.
     */
    public static void close(ServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
