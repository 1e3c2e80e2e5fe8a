package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.DataVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Dumps of one data version in all formats, written together from one snapshot. Never changes once it is there.
 *
 * @param id its name, which is that of its directory and the middle of its addresses
 * @param directory where its files lie
 * @param version the data version that all its files hold
 * @param written when it was written
 * @param software the program that wrote it, with its version
 * @param base the base IRI of the hub whose catalogue it is
 * @param hub what the hub is called in English, or in whatever language it has a name
 * @param licence IRI of the licence of the data
 * @param changes what is new since the set before; empty when there was none, or none that can be compared
 * @param files in the order in which they are shown
 * @param manifest the file that says all this of the others
 */
public record DumpSet(
        DumpId id,
        Path directory,
        DataVersion version,
        Instant written,
        String software,
        String base,
        String hub,
        String licence,
        Optional<Changes> changes,
        List<DumpFile> files,
        DumpFile manifest) {
    public DumpSet {
        files = List.copyOf(files);
    }

    /** The files and the manifest. */
    public Stream<DumpFile> all() {
        return Stream.concat(files.stream(), Stream.of(manifest));
    }

    /** The file of a name; empty when the set has none. */
    public Optional<DumpFile> file(String name) {
        return all().filter(file -> file.name().equals(name)).findFirst();
    }

    /** Where a file of this set lies. */
    public Path path(DumpFile file) {
        return directory.resolve(file.name());
    }

    /** The address of a file of this set, from the root of the hub. */
    public String address(DumpFile file) {
        return DumpRoutes.ROOT + "/" + id + "/" + file.name();
    }
}
