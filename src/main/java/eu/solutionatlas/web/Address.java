package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Iris;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which document a request asks for, apart from its representation.
 *
 * @param path of the document, without a suffix for the format, such as {@code /solution/x}
 * @param parameters those query parameters that the document depends on, such as {@code page}
 * @param bySuffix the representation that the suffix asks for; empty when it is to be negotiated
 */
public record Address(String path, Map<String, List<String>> parameters, Optional<Representation> bySuffix) {

    public Address {
        parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    public Address(String path) {
        this(path, Map.of(), Optional.empty());
    }

    /**
     * Splits the last part of a path into a name and the suffix of an offered format: {@code x.ttl} becomes {@code x} in
     * Turtle. What is no suffix of ours stays part of the name.
     */
    public static Address of(String parent, String last, List<Representation> offered) {
        for (Representation representation : offered) {
            String ending = "." + representation.suffix();
            if (last.endsWith(ending) && last.length() > ending.length()) {
                return new Address(
                        parent + last.substring(0, last.length() - ending.length()),
                        Map.of(),
                        Optional.of(representation));
            }
        }
        return new Address(parent + last);
    }

    public Address with(String parameter, String value) {
        return with(parameter, List.of(value));
    }

    /** This address with a parameter that is given once for each value; none at all without any. */
    public Address with(String parameter, Collection<String> values) {
        if (values.isEmpty()) {
            return without(parameter);
        }
        Map<String, List<String>> more = new TreeMap<>(parameters);
        more.put(parameter, List.copyOf(values));
        return new Address(path, more, bySuffix);
    }

    public Address without(String parameter) {
        if (!parameters.containsKey(parameter)) {
            return this;
        }
        Map<String, List<String>> fewer = new TreeMap<>(parameters);
        fewer.remove(parameter);
        return new Address(path, fewer, bySuffix);
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The document itself, in whatever representation. */
    public Address document() {
        return bySuffix.isEmpty() ? this : new Address(path, parameters, Optional.empty());
    }

    /** The IRI of the document. */
    public String iri(Iris iris) {
        return iris.base() + path.substring(1) + query();
    }

    /** Path and query, as in a link on this site. */
    public String target() {
        return path + query();
    }

    /** The IRI of the document in one representation. */
    public String iri(Iris iris, Representation representation) {
        return iris.base() + (path.equals("/") ? "hub" : path.substring(1)) + "." + representation.suffix() + query();
    }

    private String query() {
        if (parameters.isEmpty()) {
            return "";
        }
        StringBuilder query = new StringBuilder();
        parameters.forEach((name, values) -> values.forEach(value -> query.append(query.isEmpty() ? '?' : '&')
                .append(java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8))
                .append('=')
                .append(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8))));
        return query.toString();
    }
}
