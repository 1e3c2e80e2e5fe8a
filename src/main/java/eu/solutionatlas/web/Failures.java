package eu.solutionatlas.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever a route throws into an answer. */
final class Failures {
    private static final Pattern CHOSEN_LANGUAGE = Pattern.compile("(?:^|&)lang=([A-Za-z]{2,3})(?:&|$)");

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final ProblemWriter writer;

    Failures(ProblemWriter writer) {
        this.writer = writer;
    }

    void addTo(RoutesConfig routes) {
        routes.exception(ProblemException.class, (e, ctx) -> answer(ctx, e.problem(), e));
        routes.exception(MethodNotAllowedResponse.class, this::methodNotAllowed);
        routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, Problems.of(e, ctx.path()), e));
        routes.exception(Exception.class, (e, ctx) -> answer(ctx, unplanned(e, ctx), e));
    }

    /** An {@link Error}, such as a stack overflow, of which only the response is known. */
    void error(HttpServletResponse response, Error error) {
        String id = String.valueOf(response.getHeader(RequestIds.HEADER));
        LOG.error("Request {} failed", id, error);
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(500);
        response.setContentType("application/problem+json");
        try {
            response.getOutputStream().write(ProblemWriter.json(Problems.unexpected(), id));
        } catch (IOException e) {
            LOG.debug("Request {}: the client is gone", id, e);
        }
    }

    private static Problem unplanned(Exception e, Context ctx) {
        HttpException http = JettyErrors.httpException(e);
        if (http != null) {
            return Problems.ofStatus(http.getCode(), http.getReason());
        }
        LOG.error("Request {} failed: {} {}", id(ctx), ctx.method(), ctx.path(), e);
        return Problems.unexpected();
    }

    /** OPTIONS for a path that has routes is answered by them (RFC 9110 section 9.3.7), which also serves CORS. */
    private void methodNotAllowed(MethodNotAllowedResponse e, Context ctx) {
        String allow = allow(e);
        if (!ctx.method().name().equals("OPTIONS")) {
            answer(ctx, Problems.methodNotAllowed(ctx.method().name(), allow), e);
            return;
        }
        ctx.status(204);
        ctx.res().setContentType(null);
        ctx.header("Allow", allow);
        ctx.header("Access-Control-Allow-Methods", allow);
        ctx.header("Access-Control-Allow-Headers", "*");
        ctx.header("Access-Control-Max-Age", "86400");
    }

    private static String allow(MethodNotAllowedResponse e) {
        TreeSet<String> methods = e.getDetails().values().stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    /** The language that the reader chose, else what the header lists. */
    private static @Nullable String languages(Context ctx) {
        // The query as it came, since it may be the very thing that cannot be decoded.
        Matcher chosen = CHOSEN_LANGUAGE.matcher(ctx.queryString() == null ? "" : ctx.queryString());
        return chosen.find() && Language.of(chosen.group(1)).isPresent()
                ? chosen.group(1)
                : ctx.header("Accept-Language");
    }

    private void answer(Context ctx, Problem problem, Exception cause) {
        if (ctx.res().isCommitted()) {
            cutOff(ctx, cause);
            return;
        }
        ProblemWriter.Answer answer = writer.write(problem, ContentNegotiation.accept(ctx), languages(ctx), id(ctx));
        // What the route had prepared (length, encoding, validators) does not describe the problem.
        ctx.res().reset();
        StandardHeaders.putInto(
                ServletContextRequest.getServletContextRequest(ctx.req())
                        .getServletContextResponse()
                        .getHeaders(),
                id(ctx));
        ctx.status(answer.status());
        answer.headers().forEach(ctx::header);
        ctx.result(answer.body());
    }

    /** Too late for another status. Ending without the last chunk is how HTTP/1.1 says "not whole". */
    private static void cutOff(Context ctx, Exception cause) {
        LOG.warn("Request {} was cut off within its answer: {} {}", id(ctx), ctx.method(), ctx.path(), cause);
        ServletContextRequest.getServletContextRequest(ctx.req())
                .getServletChannel()
                .abort(cause);
    }

    private static String id(Context ctx) {
        return RequestIds.of(ServletContextRequest.getServletContextRequest(ctx.req()));
    }
}
