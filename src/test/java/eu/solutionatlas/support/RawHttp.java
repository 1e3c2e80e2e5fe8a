package eu.solutionatlas.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** An HTTP client that sends exactly the bytes it is given, well-formed or not. */
public final class RawHttp {
    private static final int PATIENCE_MILLIS = 10_000;

    private RawHttp() {}

    /** Whatever came back before the server closed the connection. */
    public record Answer(String text) {
        public int status() {
            return text.startsWith("HTTP/1.") ? Integer.parseInt(text.substring(9, 12)) : 0;
        }

        /** A header's value; empty when there is no such header. */
        public String header(String name) {
            String head = text.split("\r\n\r\n", 2)[0];
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        public String body() {
            String[] parts = text.split("\r\n\r\n", 2);
            return parts.length == 2 ? parts[1] : "";
        }
    }

    /** Sends each char as the byte of its code, and reads to the end. */
    public static Answer send(int port, String latin1) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(latin1.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new Answer(readAll(socket));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A GET of a request target as it is, on a connection that ends after it. */
    public static Answer get(int port, String target, String... headers) {
        return send(
                port,
                "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + String.join(
                                "",
                                java.util.Arrays.stream(headers)
                                        .map(h -> h + "\r\n")
                                        .toList()) + "\r\n");
    }

    private static String readAll(Socket socket) throws IOException {
        StringBuilder text = new StringBuilder();
        byte[] buffer = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(buffer);
                    n >= 0;
                    n = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException e) {
            // A server that closes before it has read everything resets the connection; what it said first counts.
            return text.toString();
        }
        return text.toString();
    }
}
