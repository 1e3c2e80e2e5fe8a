package eu.solutionatlas.store;

import java.time.Duration;

/**
 * When files have grown so much that they are rewritten out of turn.
 *
 * @param times the size after the last rewriting that is too much; zero for none
 * @param floor bytes up to which files are left alone
 */
record Growth(int times, long floor) {
    private static final long FLOOR = 512L << 20;

    /** A writer that pauses for so long can wait for what it does next. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    Growth(int times) {
        this(times, FLOOR);
    }

    /**
     * Whether to rewrite now.
     *
     * @param compacted bytes after the last rewriting; zero when there was none
     * @param unchanged how long nothing was written
     */
    boolean isTooMuch(long bytes, long compacted, Duration unchanged) {
        if (times == 0) {
            return false;
        }
        long limit = Math.max(floor, times * compacted);
        return bytes > limit && (unchanged.compareTo(QUIET) >= 0 || bytes > limit + limit / 2);
    }
}
