package eu.solutionatlas.health;

/** What a check found, in words for the operator. No file paths: anyone may read them. */
public sealed interface Finding {
    String words();

    /** All is well. */
    record Ok(String words) implements Finding {}

    /** The hub works, but somebody should look soon. */
    record Warning(String words) implements Finding {}

    /** The hub should not be sent requests. */
    record Failed(String words) implements Finding {}
}
