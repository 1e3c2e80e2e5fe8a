package eu.solutionatlas.dump;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Licence;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sets that have a name and a time, and nothing in them. */
final class Sets {
    private Sets() {}

    static DumpSet written(Instant at, long version) {
        DataVersion held = new DataVersion(version, at);
        DumpId id = DumpId.of(held);
        DumpFile manifest = DumpFile.of(Manifest.FILE_NAME, DumpFormat.MANIFEST, "", new byte[0]);
        return new DumpSet(
                id,
                Path.of(id.toString()),
                held,
                at,
                "test",
                "http://hub.test/",
                "Hub",
                Licence.DEFAULT.iri(),
                Optional.empty(),
                List.of(),
                manifest);
    }
}
