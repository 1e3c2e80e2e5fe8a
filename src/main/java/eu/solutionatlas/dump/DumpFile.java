package eu.solutionatlas.dump;

import com.fasterxml.jackson.annotation.JsonGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file of a set of dumps, as the manifest of the set describes it.
 *
 * @param name in its set; letters, digits, dots and hyphens
 * @param format what kind of file it is
 * @param hub the short name of the partner whose copied entries it holds; empty for what this hub itself says
 * @param description what it is, in English
 * @param bytes its size
 * @param sha256 of its bytes, in hexadecimal
 * @param count how many of the format's {@link DumpFormat#unit} it has; 0 where nothing is counted
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DumpFile(
        String name,
        DumpFormat format,
        Optional<String> hub,
        String description,
        long bytes,
        String sha256,
        long count) {
    /** The media type that it is served with; part of the manifest, and there for its readers alone. */
    @JsonGetter
    String mediaType() {
        return format.mediaType();
    }

    /** What is counted in it, in English; as above. */
    @JsonGetter
    String unit() {
        return format.unit();
    }

    /** A file with these bytes, of this hub itself, in which nothing is counted. */
    static DumpFile of(String name, DumpFormat format, String description, byte[] bytes) {
        return of(name, format, description, bytes, 0);
    }

    /** A file with these bytes, of this hub itself, with the count of what is in it. */
    static DumpFile of(String name, DumpFormat format, String description, byte[] bytes, long count) {
        String sum = HexFormat.of().formatHex(OutputFile.sha256().digest(bytes));
        return new DumpFile(name, format, Optional.empty(), description, bytes.length, sum, count);
    }

    /** Its strong validator (RFC 9110 section 8.8.3): the bytes themselves. */
    String etag() {
        return "\"" + sha256 + "\"";
    }
}
