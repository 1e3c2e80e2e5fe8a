package eu.solutionatlas.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses a change before it begins when the disk is nearly full, since a write that fails half-way helps nobody. */
@FunctionalInterface
interface SpaceCheck {
    /** For a store that is not on a disk. */
    SpaceCheck NONE = () -> {};

    /** @throws StoreException when there is too little space */
    void require();

    static SpaceCheck on(Path directory, long minimumBytes) {
        return () -> {
            long free;
            try {
                free = Files.getFileStore(directory).getUsableSpace();
            } catch (IOException e) {
                throw new StoreException("the free disk space cannot be read: " + e.getMessage(), e);
            }
            if (free < minimumBytes) {
                throw new StoreException("the disk is nearly full (" + (free >> 20) + " MiB free, "
                        + (minimumBytes >> 20) + " MiB needed), so nothing is written");
            }
        };
    }
}
