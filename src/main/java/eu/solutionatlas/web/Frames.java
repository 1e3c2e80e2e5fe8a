package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the frames of pages. */
public final class Frames {
    private final Iris iris;
    private final Assets assets;
    private final Supplier<Imprint> imprint;

    /** @param imprint reads the store when it must, so frames are made outside of reads */
    public Frames(Iris iris, Assets assets, Supplier<Imprint> imprint) {
        this.iris = iris;
        this.assets = assets;
        this.imprint = imprint;
    }

    /** The frame of a document's page, to be completed by {@link Frame#about}. */
    public Frame of(Address address, List<Representation> offered, Reader reader) {
        return new Frame(
                iris,
                assets,
                reader,
                imprint.get(),
                address.document(),
                offered,
                "",
                "",
                DataVersion.NONE,
                Optional.empty(),
                "",
                new Frame.Original.Own());
    }
}
