package eu.solutionatlas.sparql.guard;

/**
 * Text that looks at the clock while it is read. Java's regular expressions read one character at a time and can go on
 * doing so for years ({@code (a+)+b}); nothing else can end them.
 */
final class WatchedText implements CharSequence {
    /** Characters between two looks at the clock. */
    private static final int STRIDE = 1 << 12;

    private final CharSequence text;
    private final RunningQuery running;
    private int reads;

    WatchedText(CharSequence text, RunningQuery running) {
        this.text = text;
        this.running = running;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if ((++reads & STRIDE - 1) == 0) {
            running.check();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
