package eu.solutionatlas.store;

import java.util.function.BooleanSupplier;

/** What a dataset stands on. */
interface Backing {
    /** What the files take, in bytes; zero when there are none. */
    long bytes();

    /** What the files took when they had last been rewritten, in bytes; zero when they never were. */
    long compactedBytes();

    /**
     * Rewrites the files without what earlier changes left behind, and lets new readers have the new ones. Nothing may
     * be written meanwhile.
     *
     * @param givenUp asked again and again whether to stop, which leaves the old files in use
     * @return removes the old files once their last reader is done, which it waits for; writing may go on meanwhile
     * @throws StoreException when it was given up, or the disk is nearly full
     */
    Runnable rewrite(BooleanSupplier givenUp);

    /** Closes the dataset and gives up what it stands on. */
    void release();
}
