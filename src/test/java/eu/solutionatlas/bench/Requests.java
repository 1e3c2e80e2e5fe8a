package eu.solutionatlas.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Requests as bytes. */
final class Requests {
    private Requests() {}

    /** A GET with headers given as name, value, name, value… */
    static byte[] get(String target, String... headers) {
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: localhost:8080\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            request.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        return request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A query by GET, as most programs send it. */
    static byte[] query(String path, String text, String accept) {
        return get(path + "?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8), "Accept", accept);
    }
}
