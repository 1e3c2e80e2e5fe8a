package eu.solutionatlas.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Puts a problem into the form that its reader wants: JSON (RFC 9457), or a page for people. */
final class ProblemWriter {
    private enum Form implements Offer {
        PROBLEM_JSON("application/problem+json", "json", "JSON", "application/problem+json"),
        JSON("application/json", "json", "JSON", "application/problem+json"),
        PAGE("text/html", "html", "HTML", "text/html; charset=utf-8");

        private static final List<Form> ALL = List.of(values());

        private final String mediaType;
        private final String suffix;
        private final String title;
        private final String contentType;

        Form(String mediaType, String suffix, String title, String contentType) {
            this.mediaType = mediaType;
            this.suffix = suffix;
            this.title = title;
            this.contentType = contentType;
        }

        @Override
        public String mediaType() {
            return mediaType;
        }

        @Override
        public String suffix() {
            return suffix;
        }

        @Override
        public String title() {
            return title;
        }
    }

    /**
     * A problem in one form.
     *
     * @param headers to send with it, in addition to those of every answer
     */
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final ProblemPage page;

    ProblemWriter(ProblemPage page) {
        this.page = page;
    }

    /**
     * Chooses the form and fills it.
     *
     * @param accept the request's header; empty for none
     * @param acceptLanguage the request's header
     * @param requestId for the reader to quote
     */
    Answer write(Problem problem, String accept, @Nullable String acceptLanguage, String requestId) {
        Form form = form(accept);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", form.contentType);
        headers.put("Cache-Control", "no-store");
        headers.put("Vary", "Accept, Accept-Language");
        byte[] body;
        if (form == Form.PAGE) {
            Language language = acceptLanguage == null ? Language.DEFAULT : Language.negotiate(acceptLanguage);
            headers.put("Content-Language", language.tag());
            body = page.render(problem, language);
        } else {
            body = json(problem, requestId);
        }
        headers.putAll(problem.headers());
        return new Answer(problem.status(), headers, body);
    }

    static byte[] json(Problem problem, String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", problem.type());
        members.put("title", problem.title());
        members.put("status", problem.status());
        members.put("detail", problem.detail());
        members.putAll(new TreeMap<>(problem.members()));
        members.put("request", requestId);
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem's members are plain values", e);
        }
    }

    /** What the client prefers; JSON when it accepts neither or cannot say, since an error beats a 406 about an error. */
    private static Form form(String accept) {
        try {
            return ContentNegotiation.choose(accept, Form.ALL).orElse(Form.PROBLEM_JSON);
        } catch (ProblemException e) {
            return Form.PROBLEM_JSON;
        }
    }
}
