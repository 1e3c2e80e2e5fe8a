package eu.solutionatlas.store;

/** The store cannot do what it should: a full disk, a locked or damaged directory. The message is for the operator. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
