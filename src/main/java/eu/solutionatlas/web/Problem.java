package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Iris;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An error answer (RFC 9457): what is wrong and how to mend it, in words its reader understands. Never a stack trace, a
 * class name or a file path.
 *
 * @param status the HTTP status
 * @param slug the last part of the problem's type IRI
 * @param title what kind of problem, the same each time
 * @param detail what is wrong here, and where
 * @param members further members of the JSON object, such as {@code line}
 * @param headers headers of the answer, such as {@code Retry-After}
 */
public record Problem(
        int status,
        String slug,
        String title,
        String detail,
        Map<String, Object> members,
        Map<String, String> headers) {

    public Problem {
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    public static Problem of(int status, String slug, String title, String detail) {
        return new Problem(status, slug, title, detail, Map.of(), Map.of());
    }

    public static Problem badRequest(String slug, String detail) {
        return of(400, slug, "The request cannot be understood", detail);
    }

    public static Problem notFound(String detail) {
        return of(404, "not-found", "There is nothing here", detail);
    }

    /** This problem with one more member. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, slug, title, detail, more, headers);
    }

    /** This problem with one more header. */
    public Problem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, slug, title, detail, members, more);
    }

    /** The problem's type, an IRI. */
    public String type() {
        return Iris.SHARED + "problem/" + slug;
    }
}
