package eu.solutionatlas.outbound;

/**
 * What became of an exchange.
 *
 * @param <T> what the answer was read into
 */
public sealed interface Outcome<T> {
    /** The answer came, and was read. */
    record Answered<T>(T value) implements Outcome<T> {}

    /** It did not, or not whole. */
    record Failed<T>(Fault fault) implements Outcome<T> {}
}
