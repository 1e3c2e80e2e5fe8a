package eu.solutionatlas.harvest;

/** What a partner gave cannot be read as what it says it is. */
final class BrokenInputException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message says what is wrong, and where */
    BrokenInputException(String message) {
        super(message);
    }
}
