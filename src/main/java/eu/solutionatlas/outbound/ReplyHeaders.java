package eu.solutionatlas.outbound;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;

/** The headers of an answer. Their names have no case. */
public final class ReplyHeaders {
    private final Map<String, List<String>> values;

    private ReplyHeaders(Map<String, List<String>> values) {
        this.values = values;
    }

    static ReplyHeaders of(HttpFields fields) {
        Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (HttpField field : fields) {
            String value = field.getValue() == null ? "" : field.getValue();
            values.merge(
                    field.getName(),
                    List.of(value),
                    (one, other) -> java.util.stream.Stream.concat(one.stream(), other.stream())
                            .toList());
        }
        return new ReplyHeaders(values);
    }

    /** The first value of a header; empty when there is no such header. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Every value of a header, one for each line. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** When what was sent last changed; empty when that is not said, or not as HTTP has it (RFC 9110 section 8.8.2). */
    public Optional<Instant> lastModified() {
        try {
            return first("Last-Modified")
                    .map(text -> DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip(), Instant::from));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The media type in lower case, without parameters; empty when the answer names none. */
    public String mediaType() {
        return first("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
