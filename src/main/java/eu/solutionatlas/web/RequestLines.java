package eu.solutionatlas.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The request log: one line of JSON for each request, no address of the client. */
final class RequestLines implements Consumer<Exchange> {
    /** The logger's name, by which logback.xml sends the lines to standard output. */
    static final String LOGGER = "requests";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);
    private static final JsonFactory JSON = new JsonFactory();

    private final boolean withQuery;

    RequestLines(boolean withQuery) {
        this.withQuery = withQuery;
    }

    @Override
    public void accept(Exchange exchange) {
        if (LOG.isInfoEnabled()) {
            LOG.info(line(exchange));
        }
    }

    String line(Exchange exchange) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", exchange.at().toString());
            json.writeStringField("request", exchange.id());
            json.writeStringField("method", exchange.method());
            json.writeStringField("path", exchange.path());
            if (withQuery && exchange.query().isPresent()) {
                json.writeStringField("query", exchange.query().get());
            }
            json.writeNumberField("status", exchange.status());
            json.writeNumberField("bytes", exchange.bytes());
            json.writeNumberField("ms", exchange.duration().toNanos() / 1_000 / 1_000.0);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }
}
