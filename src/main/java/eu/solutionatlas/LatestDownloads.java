package eu.solutionatlas;

import eu.solutionatlas.dcat.Download;
import eu.solutionatlas.dcat.Downloads;
import eu.solutionatlas.dump.DumpFile;
import eu.solutionatlas.dump.DumpFormat;
import eu.solutionatlas.dump.DumpSet;
import eu.solutionatlas.dump.DumpSets;
import eu.solutionatlas.rdf.Iris;
import java.util.Optional;

/** The newest set of dumps as what the catalogue's description names of it. */
final class LatestDownloads {
    private LatestDownloads() {}

    static Optional<Downloads> of(DumpSets sets, Iris iris) {
        return sets.latest()
                .map(set -> new Downloads(
                        set.version(),
                        set.written(),
                        set.files().stream()
                                .map(file -> download(set, file, iris))
                                .toList()));
    }

    private static Download download(DumpSet set, DumpFile file, Iris iris) {
        return new Download(
                iris.base() + set.address(file).substring(1),
                file.name(),
                file.description(),
                file.format().content(),
                wrapping(file),
                file.bytes(),
                file.sha256(),
                file.hub());
    }

    private static Download.Wrapping wrapping(DumpFile file) {
        if (file.format().isGzip()) {
            return Download.Wrapping.GZIP;
        }
        return file.format() == DumpFormat.ZIP ? Download.Wrapping.ZIP : Download.Wrapping.NONE;
    }
}
