package eu.solutionatlas.sparql;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.Query;

/** A query as programs of other languages that send it, each of which runs as it stands. */
final class CopyAs {
    private CopyAs() {}

    /**
     * The programs that make sense for a query.
     *
     * @param endpoint its IRI, perhaps with parameters
     * @param text of the query
     */
    static List<ResultPage.Snippet> of(String endpoint, Query query, String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').strip();
        List<ResultPage.Snippet> all = new ArrayList<>();
        if (query.isSelectType()) {
            all.add(new ResultPage.Snippet("curl", curl(endpoint, "text/csv", lines)));
            all.add(new ResultPage.Snippet("Python", pythonRows(endpoint, lines)));
            all.add(new ResultPage.Snippet("R", r(endpoint, lines)));
            all.add(new ResultPage.Snippet("Excel, Power Query", csvLink(endpoint, lines)));
        } else {
            String type = query.isAskType() ? "application/sparql-results+json" : "text/turtle";
            all.add(new ResultPage.Snippet("curl", curl(endpoint, type, lines)));
            all.add(new ResultPage.Snippet("Python", pythonText(endpoint, type, lines)));
        }
        return all;
    }

    private static String curl(String endpoint, String type, String query) {
        return "curl --fail --silent --show-error " + shell(endpoint) + " \\\n  --header " + shell("Accept: " + type)
                + " \\\n  --data-urlencode " + shell("query=" + query);
    }

    /** Nothing is special between single quotation marks but the mark itself (POSIX shell, section 2.2.2). */
    private static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** With what every Python has, so that it runs before anything is installed. */
    private static String pythonRows(String endpoint, String query) {
        return "import csv\nimport io\n" + pythonRequest(endpoint, "text/csv", query)
                + "rows = list(csv.DictReader(io.StringIO(text)))\n"
                + "# With pandas: rows = pandas.read_csv(io.StringIO(text))\n"
                + "for row in rows:\n    print(row)\n";
    }

    private static String pythonText(String endpoint, String type, String query) {
        return pythonRequest(endpoint, type, query) + "print(text)\n";
    }

    private static String pythonRequest(String endpoint, String type, String query) {
        return "import urllib.parse\nimport urllib.request\n\nquery = \"\"\"" + quoted(query) + "\"\"\"\n"
                + "request = urllib.request.Request(\n    \"" + quoted(endpoint) + "\",\n"
                + "    data=urllib.parse.urlencode({\"query\": query}).encode(),\n"
                + "    headers={\"Accept\": \"" + type + "\"})\n"
                + "with urllib.request.urlopen(request) as answer:\n    text = answer.read().decode(\"utf-8\")\n";
    }

    private static String r(String endpoint, String query) {
        return "query <- \"" + quoted(query) + "\"\n"
                + "rows <- read.csv(paste0(\"" + quoted(csv(endpoint)) + "\",\n"
                + "  URLencode(enc2utf8(query), reserved = TRUE)), encoding = \"UTF-8\")\nprint(rows)\n";
    }

    private static String csvLink(String endpoint, String query) {
        return csv(endpoint) + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String csv(String endpoint) {
        return endpoint + (endpoint.contains("?") ? '&' : '?') + "format=csv&query=";
    }

    /** Inside double quotation marks, Python and R escape alike; lines may end there. */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
