package eu.solutionatlas.harvest;

import java.util.Locale;

/** How a harvest ended. */
public enum Result {
    /** What came is in the catalogue. */
    TAKEN,
    /** Nothing has changed over there. */
    UNCHANGED,
    /** It waits for a person; the catalogue is as it was. */
    HELD,
    /** The hub could not be asked, or not to the end; the catalogue is as it was. */
    FAILED;

    /** As it stands in files and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
