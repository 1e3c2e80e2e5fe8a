package eu.solutionatlas.dump;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.solutionatlas.rdf.DataVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json} of a set: what it is and what its files are. Checks of a set compare the files with it.
 *
 * @param id of the set
 * @param dataVersion number of the data version
 * @param dataChanged when the last change in the data was made, ISO 8601
 * @param hub what the hub is called in English; null in what an older version wrote
 * @param changes what is new since the set before, for a set among others; null for the first, and in a package, which
 *     is the same whatever was before it
 * @param written when the set was written, ISO 8601; null where that would make the same data other bytes
 */
record Manifest(
        String id,
        long dataVersion,
        String dataChanged,
        @Nullable String written,
        String software,
        String base,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String hub,
        String licence,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Changes changes,
        List<DumpFile> files) {
    static final String FILE_NAME = "manifest.json";

    /** What a name of a file can be; no path, nothing hidden. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,199}");

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    static Manifest of(SetFacts facts, Instant written, Optional<Changes> changes, List<DumpFile> files) {
        return new Manifest(
                facts.id().toString(),
                facts.version().number(),
                facts.version().at().toString(),
                written.toString(),
                facts.software(),
                facts.base(),
                facts.hub(),
                facts.licence().iri(),
                changes.orElse(null),
                List.copyOf(files));
    }

    /** The same without the time of writing and what was before it. */
    Manifest timeless() {
        return new Manifest(id, dataVersion, dataChanged, null, software, base, hub, licence, null, files);
    }

    /** The same of other files. */
    Manifest with(List<DumpFile> others) {
        return new Manifest(
                id, dataVersion, dataChanged, written, software, base, hub, licence, changes, List.copyOf(others));
    }

    byte[] toBytes() {
        return DumpJson.bytes(this);
    }

    /** @throws IOException when these bytes are no manifest, saying why */
    static Manifest read(byte[] bytes) throws IOException {
        Manifest manifest = DumpJson.read(bytes, Manifest.class);
        if (manifest.files == null || manifest.id == null || manifest.dataChanged == null) {
            throw new IOException("it lacks the name of the set, the time of the data or the list of files");
        }
        if (manifest.software == null || manifest.base == null || manifest.licence == null) {
            throw new IOException("it lacks the software, the base of the addresses or the licence");
        }
        Set<String> names = new HashSet<>();
        for (DumpFile file : manifest.files) {
            if (file == null
                    || file.name() == null
                    || !NAME.matcher(file.name()).matches()) {
                throw new IOException("it names a file in a way that no file of a dump is named");
            }
            if (file.format() == null || file.sha256() == null || file.description() == null) {
                throw new IOException("it does not say what the file " + file.name() + " is, or lacks its checksum");
            }
            if (!SHA_256.matcher(file.sha256()).matches() || file.bytes() < 0) {
                throw new IOException("it says a checksum or a size of the file " + file.name() + " that is none");
            }
            if (!names.add(file.name())) {
                throw new IOException("it names the file " + file.name() + " twice");
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
                throw new IOException("the name of the set is not that of data version " + version.number());
            }
            Instant time = written == null ? version.at() : Instant.parse(written);
            return new DumpSet(
                    named.get(),
                    directory,
                    version,
                    time,
                    software,
                    base,
                    hub == null ? base : hub,
                    licence,
                    Optional.ofNullable(changes),
                    files,
                    self(bytes));
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
