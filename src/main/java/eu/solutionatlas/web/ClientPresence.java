package eu.solutionatlas.web;

import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Whether the client of a request still waits for its answer. While a request is answered, Jetty does not read from an
 * HTTP/1.1 connection, so that a client who leaves is noticed by what is written only; this looks whether there is an end
 * to read. To be asked on the thread that answers the request, once its body is read.
 */
public final class ClientPresence {
    private final Connection connection;
    private final EndPoint socket;
    private boolean nextRequestBegun;

    private ClientPresence(Connection connection) {
        this.connection = connection;
        this.socket = connection.getEndPoint();
    }

    public static ClientPresence of(ServletRequest request) {
        return new ClientPresence(ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection());
    }

    /**
     * Whether the client has closed its side of the connection, or the connection is broken. A client that says no more
     * but goes on to listen looks the same, and is taken for one that has left, as by common proxies. Of a client that has
     * sent its next request already, nothing is known any more.
     */
    public boolean hasLeft() {
        if (nextRequestBegun || !(connection instanceof Connection.UpgradeTo reader)) {
            return false;
        }
        ByteBuffer read = BufferUtil.allocate(1);
        try {
            int count = socket.fill(read);
            if (count > 0) {
                nextRequestBegun = true;
                // Back to where it will be looked for.
                reader.onUpgradeTo(read);
            }
            return count < 0;
        } catch (IOException e) {
            return true;
        }
    }
}
