package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Offer;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.jspecify.annotations.Nullable;

/** The formats of SELECT and ASK results, in our order of preference; some under a plainer name as well. */
enum RowsFormat implements Offer {
    JSON("application/sparql-results+json", "json", "JSON", ResultSetLang.RS_JSON),
    XML("application/sparql-results+xml", "xml", "XML", ResultSetLang.RS_XML),
    CSV("text/csv", "csv", "CSV", ResultSetLang.RS_CSV),
    TSV("text/tab-separated-values", "tsv", "TSV", ResultSetLang.RS_TSV),
    HTML("text/html", "html", "HTML table", null),
    PLAIN_JSON("application/json", "json", "JSON", ResultSetLang.RS_JSON),
    PLAIN_XML("application/xml", "xml", "XML", ResultSetLang.RS_XML),
    THRIFT("application/sparql-results+thrift", "thrift", "Thrift", ResultSetLang.RS_Thrift);

    static final List<RowsFormat> ALL = List.of(values());

    private final String mediaType;
    private final String suffix;
    private final String title;
    private final @Nullable Lang lang;

    RowsFormat(String mediaType, String suffix, String title, @Nullable Lang lang) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.title = title;
        this.lang = lang;
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

    boolean isXml() {
        return this == XML || this == PLAIN_XML;
    }

    boolean isJson() {
        return this == JSON || this == PLAIN_JSON;
    }

    /** How ARQ writes it; null for the page. */
    @Nullable
    Lang lang() {
        return lang;
    }

    /** Whether only a quotation mark that never ends makes a document of this format invalid. */
    boolean quoted() {
        return this == CSV;
    }
}
