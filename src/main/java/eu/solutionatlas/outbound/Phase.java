package eu.solutionatlas.outbound;

/** How far an exchange has come. */
public enum Phase {
    /** The name is looked up, or the connection made. */
    CONNECT("while connecting"),
    /** The request is sent, or its answer waited for. */
    HEADERS("before the answer began"),
    /** The answer has begun. */
    BODY("in the middle of the answer");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** For people: "while connecting". */
    String words() {
        return words;
    }
}
