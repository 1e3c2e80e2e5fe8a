package eu.solutionatlas.harvest;

/**
 * The figures of one harvest.
 *
 * @param taken sound entries that came
 * @param added of them new here
 * @param changed of them not as they were here
 * @param withdrawn entries that were here and are taken out
 * @param rejected entries that came and have errors
 */
public record Counts(int taken, int added, int changed, int withdrawn, int rejected) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
}
