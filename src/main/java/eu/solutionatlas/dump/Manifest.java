package eu.solutionatlas.dump;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json} of a set: what it is and what its files are. Checks of a set compare the files with it.
 *
 * @param id of the set
 * @param dataVersion number of the data version
 * @param dataChanged when the last change in the data was made, ISO 8601
 * @param written when the set was written, ISO 8601; null where that would make the same data other bytes
 */
record Manifest(
        String id,
        long dataVersion,
        String dataChanged,
        @Nullable String written,
        String software,
        String base,
        String licence,
        List<DumpFile> files) {
    static final String FILE_NAME = "manifest.json";

    /** What a name of a file can be; no path, nothing hidden. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            // A later version may say more of a set.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    static Manifest of(SetFacts facts, Instant written, List<DumpFile> files) {
        return new Manifest(
                facts.id().toString(),
                facts.version().number(),
                facts.version().at().toString(),
                written.toString(),
                facts.software(),
                facts.base(),
                facts.licence(),
                List.copyOf(files));
    }

    /** The same without the time of writing. */
    Manifest timeless() {
        return new Manifest(id, dataVersion, dataChanged, null, software, base, licence, files);
    }

    /** The same of other files. */
    Manifest with(List<DumpFile> others) {
        return new Manifest(id, dataVersion, dataChanged, written, software, base, licence, List.copyOf(others));
    }

    byte[] toBytes() {
        try {
            return (JSON.writeValueAsString(this) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a manifest of ours could not be written", e);
        }
    }

    /** @throws IOException when these bytes are no manifest, saying why */
    static Manifest read(byte[] bytes) throws IOException {
        Manifest manifest = JSON.readValue(bytes, Manifest.class);
        if (manifest == null || manifest.files == null || manifest.id == null || manifest.dataChanged == null) {
            throw new IOException("it lacks the name of the set, the time of the data or the list of files");
        }
        for (DumpFile file : manifest.files) {
            if (file == null
                    || file.name() == null
                    || !NAME.matcher(file.name()).matches()) {
                throw new IOException("it names a file in a way that no file of a dump is named");
            }
            if (file.format() == null || file.sha256() == null || file.description() == null) {
                throw new IOException("it does not say what the file " + file.name() + " is, or lacks its checksum");
            }
        }
        return manifest;
    }

    /**
     * The set that is so described.
     *
     * @throws IOException when it does not fit together
     */
    DumpSet set(Path directory, byte[] bytes) throws IOException {
        try {
            Optional<DumpId> named = DumpId.parse(id);
            DataVersion version = new DataVersion(dataVersion, Instant.parse(dataChanged));
            if (named.isEmpty() || !named.get().equals(DumpId.of(version))) {
                throw new IOException("the name " + id + " is not that of data version " + version);
            }
            Instant time = written == null ? version.at() : Instant.parse(written);
            return new DumpSet(named.get(), directory, version, time, software, base, licence, files, self(bytes));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("a time or a version in it cannot be read: " + e.getMessage(), e);
        }
    }

    /** What there is to say of the manifest as a file. */
    private static DumpFile self(byte[] bytes) {
        return DumpFile.of(
                FILE_NAME, DumpFormat.MANIFEST, "What this set of dumps is, and what each of its files is.", bytes);
    }
}
