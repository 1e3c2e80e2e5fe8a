package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A query as a page gives it on: to be asked again in another form, with all else that its request said of what to answer.
 *
 * @param path of the address that it was sent to
 * @param text of the query
 * @param kept what else the request said
 */
record SameQuery(String path, String text, List<QueryForm.Field> kept) {
    /** Parameters that change what an answer holds, in the order in which links have them. */
    static final List<String> KEPT = List.of("default-graph-uri", "named-graph-uri", "on-failure", "timeout");

    static SameQuery of(QueryRunner.Job job) {
        return new SameQuery(job.mode().path(), job.text(), kept(job.request().parameters()));
    }

    /** What else a request said. */
    static List<QueryForm.Field> kept(Parameters parameters) {
        return KEPT.stream()
                .flatMap(name -> parameters.all(name).stream().map(value -> new QueryForm.Field(name, value)))
                .toList();
    }

    /** The address of the answer as a page. */
    Address page(ResultView view) {
        Address address = new Address(path).with("query", text).with("format", "html");
        for (String name : KEPT) {
            address = address.with(
                    name,
                    kept.stream()
                            .filter(field -> field.name().equals(name))
                            .map(QueryForm.Field::value)
                            .toList());
        }
        return view == ResultView.TABLE ? address : address.with(ResultView.PARAMETER, view.word());
    }

    /** The path of the answer in another format. */
    String in(String format) {
        return with("format=" + format + "&query=" + encode(text));
    }

    /** The path of the form with the query in it, in short. */
    String link() {
        return with(QueryPages.LINK + "=" + QueryLink.of(text));
    }

    /** The path that the query is sent to, with what else is to be said. */
    String endpoint() {
        return with("");
    }

    private String with(String parameters) {
        StringBuilder all = new StringBuilder();
        for (QueryForm.Field field : kept) {
            all.append(all.isEmpty() ? "" : "&")
                    .append(field.name())
                    .append('=')
                    .append(encode(field.value()));
        }
        if (!parameters.isEmpty()) {
            all.append(all.isEmpty() ? "" : "&").append(parameters);
        }
        return all.isEmpty() ? path : path + "?" + all;
    }

    /** A space is %20, which all programs read alike. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
