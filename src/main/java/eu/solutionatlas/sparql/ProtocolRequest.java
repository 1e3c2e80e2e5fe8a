package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Parameters;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Reader;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request of the SPARQL 1.1 Protocol (section 2), its body read within bounds and everything decoded strictly, in the
 * clothes of a servlet request, since that is what Fuseki's processors read.
 */
final class ProtocolRequest extends HttpServletRequestWrapper implements QueryMode.Asked {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String UPDATE = "application/sparql-update";

    private final Parameters parameters;
    private final byte[] body;
    private final boolean directQuery;
    private final boolean update;
    private final Supplier<Reader> reader;

    private ProtocolRequest(
            HttpServletRequest request,
            Parameters parameters,
            byte[] body,
            boolean directQuery,
            boolean update,
            Supplier<Reader> reader) {
        super(request);
        this.reader = reader;
        this.parameters = parameters;
        this.body = body;
        this.directQuery = directQuery;
        this.update = update;
    }

    /**
     * Reads a request.
     *
     * @param maxBytes of the body
     * @param reader who reads the answer
     * @throws ProblemException 400, 413 or 415 for what cannot be taken
     */
    static ProtocolRequest read(HttpServletRequest request, int maxBytes, Supplier<Reader> reader) {
        Parameters query = Parameters.parse(request.getQueryString());
        if (!request.getMethod().equals("POST")) {
            return new ProtocolRequest(request, query, new byte[0], false, query.has("update"), reader);
        }
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new ProblemException(SparqlProblems.unsupportedMediaType(
                    "This endpoint takes request bodies as they are, not in the Content-Encoding " + encoding + "."));
        }
        String type = mediaType(request.getContentType());
        return switch (type) {
            case FORM -> {
                // A form is ASCII; what is not is caught as a character above it, or as broken UTF-8.
                String form = Parameters.utf8(read(request.getContentLengthLong(), request, maxBytes), "the form");
                Parameters all = Parameters.parse(form).and(query);
                yield new ProtocolRequest(request, all, new byte[0], false, all.has("update"), reader);
            }
            case QUERY -> {
                byte[] text = read(request.getContentLengthLong(), request, maxBytes);
                if (query.has("query")) {
                    throw new ProblemException(Problem.badRequest(
                            "several-queries", "There is a query in the body and one in the address; one is enough."));
                }
                Parameters.utf8(text, "the query");
                yield new ProtocolRequest(request, query, text, true, query.has("update"), reader);
            }
            case UPDATE -> new ProtocolRequest(request, query, new byte[0], false, true, reader);
            default ->
                throw new ProblemException(SparqlProblems.unsupportedMediaType(
                        (type.isEmpty() ? "The request says no Content-Type." : type + " is none of ours.")
                                + " Send a query as " + QUERY + ", or as the parameter query of " + FORM + "."));
        };
    }

    private static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        String[] parts = contentType.split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("charset=")) {
                String charset = parameter.substring("charset=".length()).replace("\"", "");
                if (!charset.equals("utf-8") && !charset.equals("utf8")) {
                    throw new ProblemException(SparqlProblems.unsupportedMediaType(
                            "SPARQL is UTF-8 (SPARQL 1.1 Protocol, section 2.1.3), not " + charset + "."));
                }
            }
        }
        return parts[0].strip().toLowerCase(Locale.ROOT);
    }

    private static byte[] read(long announced, HttpServletRequest request, int maxBytes) {
        if (announced > maxBytes) {
            throw new ProblemException(SparqlProblems.bodyTooLarge(maxBytes));
        }
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new ProblemException(SparqlProblems.bodyTooLarge(maxBytes));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it asks for a change. */
    boolean isUpdate() {
        return update;
    }

    /** Who reads the answer, if that is a page. */
    Reader reader() {
        return reader.get();
    }

    boolean hasQuery() {
        return directQuery || parameters.has("query");
    }

    Parameters parameters() {
        return parameters;
    }

    @Override
    public boolean has(String parameter) {
        return parameters.has(parameter);
    }

    @Override
    public Optional<String> parameter(String name) {
        return parameters.one(name);
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.ofNullable(getHeader(name));
    }

    /** The format asked for by a parameter rather than a header, which is kind to people. */
    Optional<String> formatParameter() {
        return parameters.one("format").or(() -> parameters.one("output"));
    }

    /** All Accept headers as one. */
    String accept() {
        Enumeration<String> headers = getHeaders("Accept");
        return headers.hasMoreElements() ? String.join(",", Collections.list(headers)) : "";
    }

    @Override
    public @Nullable String getParameter(String name) {
        List<String> values = parameters.all(name);
        return values.isEmpty() ? null : values.get(0);
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        List<String> values = parameters.all(name);
        return values.isEmpty() ? null : values.toArray(String[]::new);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.values().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> map = new HashMap<>();
        parameters.values().forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
        return map;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Body(new ByteArrayInputStream(body));
    }

    private static final class Body extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Body(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("the body is at hand already");
        }
    }
}
