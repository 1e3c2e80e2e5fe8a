package eu.solutionatlas.dump;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What kinds of files a set of dumps has. */
public enum DumpFormat {
    TURTLE("Turtle", "application/gzip", "text/turtle", "triples"),
    N_QUADS("N-Quads", "application/gzip", "application/n-quads", "quads"),
    JSON_LD("JSON-LD", "application/gzip", "application/ld+json", "triples"),
    CSV("CSV", "text/csv; charset=utf-8; header=present", "text/csv", "rows"),
    TSV("TSV", "application/gzip", "text/tab-separated-values", "rows"),
    CSVW("CSVW", "application/csvm+json", "application/csvm+json", ""),
    XLSX(
            "Excel",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "rows"),
    MARKDOWN("Markdown", "text/markdown; charset=utf-8", "text/markdown", ""),
    CITATION("CFF", "application/yaml; charset=utf-8", "application/yaml", ""),
    BIBTEX("BibTeX", "application/x-bibtex; charset=utf-8", "application/x-bibtex", ""),
    RIS("RIS", "application/x-research-info-systems; charset=utf-8", "application/x-research-info-systems", ""),
    TEXT("Text", "text/plain; charset=utf-8", "text/plain", ""),
    CONTEXT("JSON-LD context", "application/ld+json", "application/ld+json", ""),
    JSON("JSON", "application/json", "application/json", ""),
    ZIP("ZIP", "application/zip", "application/zip", "files"),
    CHECKSUMS("SHA-256", "text/plain; charset=utf-8", "text/plain; charset=utf-8", ""),
    MANIFEST("JSON", "application/json", "application/json", "");

    private final String title;
    private final String mediaType;
    private final String content;
    private final String unit;

    DumpFormat(String title, String mediaType, String content, String unit) {
        this.title = title;
        this.mediaType = mediaType;
        this.content = content;
        this.unit = unit;
    }

    /** The format's name, for people. */
    public String title() {
        return title;
    }

    /** The media type that the file is served with. */
    public String mediaType() {
        return mediaType;
    }

    /** The media type of what a compressed file holds; of any other file its own. */
    public String content() {
        return content;
    }

    /** Whether the file is compressed with gzip. */
    public boolean isGzip() {
        return mediaType.equals("application/gzip");
    }

    /** What is counted in it, in English and in the plural; empty where nothing is. */
    public String unit() {
        return unit;
    }

    /** In the manifest. */
    @JsonValue
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
