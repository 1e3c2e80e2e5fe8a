package eu.solutionatlas.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.solutionatlas.rdf.Iris;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a page is about in the words of schema.org, for search engines: an object of JSON-LD, built up property by property. */
public final class StructuredData {
    /** Nothing at all. */
    public static final StructuredData NONE = new StructuredData(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> properties;

    private StructuredData(Map<String, Object> properties) {
        this.properties = properties;
    }

    /** A thing that others may refer to. */
    public static StructuredData of(String type, String iri) {
        return of(type).with("@id", iri);
    }

    /** A thing of a class of schema.org, such as {@code Organization}. */
    public static StructuredData of(String type) {
        return NONE.with("@type", type);
    }

    /** Something that a link leads to, of a class of schema.org. */
    public static StructuredData of(String type, Link link, Iris iris) {
        StructuredData named = of(type).with("name", link.label().text());
        return named.with(
                "url", link.href().map(href -> href.startsWith("/") ? iris.base() + href.substring(1) : href));
    }

    public StructuredData with(String property, String value) {
        return plus(property, value);
    }

    /** With a property that may be unknown. */
    public StructuredData with(String property, Optional<String> value) {
        return value.map(known -> plus(property, known)).orElse(this);
    }

    public StructuredData with(String property, StructuredData value) {
        return plus(property, value.properties);
    }

    /** With a property of any number of texts. */
    public StructuredData with(String property, Collection<String> values) {
        return values.isEmpty() ? this : plus(property, List.copyOf(values));
    }

    /** With a property of any number of things. */
    public StructuredData withAll(String property, Collection<StructuredData> values) {
        return values.isEmpty()
                ? this
                : plus(property, values.stream().map(value -> value.properties).toList());
    }

    private StructuredData plus(String property, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(properties);
        more.put(property, value);
        return new StructuredData(more);
    }

    /** As text that can stand in a script element; empty when there is nothing to say. */
    String json() {
        if (properties.isEmpty()) {
            return "";
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("@context", "https://schema.org");
        document.putAll(properties);
        try {
            // These stand in strings only; as they are, a text from the data could end the element.
            return JSON.writeValueAsString(document)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts are always JSON", e);
        }
    }
}
