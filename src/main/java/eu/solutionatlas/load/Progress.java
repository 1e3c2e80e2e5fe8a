package eu.solutionatlas.load;

/** Told how far a load is. */
@FunctionalInterface
public interface Progress {
    Progress NONE = entries -> {};

    /** @param entries how many entries have been dealt with so far */
    void entries(int entries);
}
