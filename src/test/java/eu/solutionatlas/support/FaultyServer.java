package eu.solutionatlas.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/**
 * A server on this machine that answers every request in the way a test wants, however wrong. It can go away and come
 * back at the same port.
 */
public final class FaultyServer implements AutoCloseable {
    private final ServerSocketFactory factory;
    private final String scheme;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile ServerSocket listening;
    private volatile Behaviour behaviour;

    /** Answers one request. When it returns, the connection is closed. */
    @FunctionalInterface
    public interface Behaviour {
        /** @param request its head, as it came */
        void answer(String request, OutputStream out) throws IOException, InterruptedException;
    }

    private FaultyServer(ServerSocketFactory factory, String scheme, Behaviour behaviour) {
        this.factory = factory;
        this.scheme = scheme;
        this.behaviour = behaviour;
        this.listening = listen(0);
    }

    public static FaultyServer start(Behaviour behaviour) {
        return new FaultyServer(ServerSocketFactory.getDefault(), "http", behaviour);
    }

    /** @param factory makes sockets that speak TLS */
    public static FaultyServer startTls(ServerSocketFactory factory, Behaviour behaviour) {
        return new FaultyServer(factory, "https", behaviour);
    }

    private ServerSocket listen(int port) {
        try {
            ServerSocket socket = factory.createServerSocket(port, 50, InetAddress.getLoopbackAddress());
            Thread.ofPlatform().daemon().name("faulty-server").start(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                if (socket.isClosed()) {
                    connection.close(); // it came in the moment of going away
                    return;
                }
                open.add(connection);
                Thread.ofPlatform().daemon().name("faulty-connection").start(() -> serve(connection));
            } catch (IOException e) {
                return; // gone away
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            String request = head(new BufferedInputStream(connection.getInputStream()));
            requests.add(request);
            behaviour.answer(request, connection.getOutputStream());
            connection.getOutputStream().flush();
        } catch (IOException e) {
            // the client had enough, or the server went away: both are what tests want
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        int next = in.read();
        while (next >= 0) {
            head.append((char) next);
            if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
                return head.toString();
            }
            next = in.read();
        }
        return head.toString();
    }

    public int port() {
        return listening.getLocalPort();
    }

    public URI uri(String path) {
        return URI.create(scheme + "://127.0.0.1:" + port() + path);
    }

    /** The heads of all requests so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public void behave(Behaviour next) {
        behaviour = next;
    }

    /** Stops listening and cuts all connections; the port is refused from now on. */
    public void goAway() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens at the same port again. */
    public void comeBack() {
        listening = listen(listening.getLocalPort());
    }

    @Override
    public void close() {
        goAway();
    }

    /** A whole answer of status 200. */
    public static Behaviour body(String mediaType, String text, String... headers) {
        return (request, out) -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            List<String> all = new ArrayList<>(List.of(headers));
            all.add("Content-Type: " + mediaType);
            all.add("Content-Length: " + bytes.length);
            head(out, "200 OK", all.toArray(String[]::new));
            out.write(bytes);
        };
    }

    /** An answer without a body. */
    public static Behaviour status(String status, String... headers) {
        return (request, out) -> head(out, status, headers);
    }

    public static Behaviour redirect(String location) {
        return status("302 Found", "Location: " + location, "Content-Length: 0");
    }

    /** Takes the request and never says a word. */
    public static Behaviour silence() {
        return (request, out) -> Thread.sleep(60_000);
    }

    /** Begins an answer and never goes on. */
    public static Behaviour silenceInBody(String mediaType) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Type: " + mediaType, "Content-Length: 1000");
            out.write("begun".getBytes(StandardCharsets.UTF_8));
            out.flush();
            Thread.sleep(60_000);
        };
    }

    /** One byte a while, for ever. */
    public static Behaviour drip(String mediaType, long millis) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Type: " + mediaType, "Content-Length: 100000");
            while (true) {
                out.write(' ');
                out.flush();
                Thread.sleep(millis);
            }
        };
    }

    /** Ten gigabytes, or as many as are taken. */
    public static Behaviour flood(String mediaType) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Type: " + mediaType, "Content-Length: 10000000000");
            byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (long sent = 0; sent < 10_000_000_000L; sent += block.length) {
                out.write(block);
            }
        };
    }

    /** Ends before the length that it announced. */
    public static Behaviour shortOfLength(String mediaType, String text) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Type: " + mediaType, "Content-Length: " + (text.length() + 1000));
            out.write(text.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** Ends without the last chunk. */
    public static Behaviour unfinishedChunks(String mediaType, String text) {
        return (request, out) -> {
            head(out, "200 OK", "Content-Type: " + mediaType, "Transfer-Encoding: chunked");
            String chunk = Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
            out.write(chunk.getBytes(StandardCharsets.UTF_8));
        };
    }

    /** A head with its headers. */
    public static void head(OutputStream out, String status, String... headers) throws IOException {
        String text = "HTTP/1.1 " + status + "\r\n" + String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n")
                + "Connection: close\r\n\r\n";
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
