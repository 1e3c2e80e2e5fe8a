package eu.solutionatlas.outbound;

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

    /** The media type in lower case, without parameters; empty when the answer names none. */
    public String mediaType() {
        return first("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
