package eu.solutionatlas.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors that arise before or outside any route, such as bytes that are no HTTP: problems too, never Jetty's page. */
final class JettyErrors implements Request.Handler {
    private static final Logger LOG = LoggerFactory.getLogger(JettyErrors.class);

    private final ProblemWriter writer;

    JettyErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        write(request, response, callback, problem(request, response));
        return true;
    }

    /** Answers with a problem. */
    void write(Request request, Response response, Callback callback, Problem problem) {
        String id = RequestIds.of(request);
        HttpFields asked = request.getHeaders();
        ProblemWriter.Answer answer = writer.write(
                problem,
                String.join(",", asked.getValuesList(HttpHeader.ACCEPT)),
                asked.get(HttpHeader.ACCEPT_LANGUAGE),
                id);
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        StandardHeaders.putInto(headers, id);
        answer.headers().forEach(headers::put);
        headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
        boolean bodyless = "HEAD".equals(request.getMethod());
        response.write(true, bodyless ? null : ByteBuffer.wrap(answer.body()), callback);
    }

    private static Problem problem(Request request, Response response) {
        Throwable cause = (Throwable) request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        HttpException http = httpException(cause);
        if (http != null) {
            return Problems.ofStatus(http.getCode(), http.getReason());
        }
        int status = response.getStatus();
        if (status >= 500 && status != 503) {
            LOG.error("Request {} failed: {}", RequestIds.of(request), request, cause);
        }
        return Problems.ofStatus(
                status, cause == null ? (String) request.getAttribute(ErrorHandler.ERROR_MESSAGE) : null);
    }

    /** The cause that says a status of its own, if there is one. */
    static @Nullable HttpException httpException(@Nullable Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) {
                return http;
            }
        }
        return null;
    }
}
