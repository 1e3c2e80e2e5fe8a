package eu.solutionatlas.harvest;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.apache.jena.riot.RiotException;

/**
 * Ends a text in the Turtle family (Turtle, TriG, N-Triples, N-Quads) in which a single term is longer than any term has
 * reason to be. A parser holds a term in memory until its end, and who writes the file decides where that is. What is no
 * such text at all is the parser's to tell.
 */
final class TermBound extends FilterReader {
    /** Characters of one term: ten times what the longest text of an entry may have. */
    static final int LONGEST = 1_000_000;

    private static final char NONE = 0;

    private enum In {
        /** Between terms, or in one without quotes. */
        OPEN,
        COMMENT,
        IRI,
        /** After a first quotation mark. */
        QUOTED_ONCE,
        /** After two: an empty text, or the beginning of a long one. */
        QUOTED_TWICE,
        SHORT,
        LONG
    }

    private In in = In.OPEN;
    private char quote = NONE;
    private int quotes;
    private boolean escaped;
    private int length;

    TermBound(Reader text) {
        super(text);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            take((char) next);
        }
        return next;
    }

    @Override
    public int read(char[] buffer, int offset, int size) throws IOException {
        int read = super.read(buffer, offset, size);
        for (int i = offset; i < offset + read; i++) {
            take(buffer[i]);
        }
        return read;
    }

    private void take(char next) {
        length++;
        switch (in) {
            case OPEN -> open(next);
            case COMMENT -> {
                if (next == '\n' || next == '\r') {
                    become(In.OPEN);
                }
            }
            case IRI -> {
                if (next == '>' || next == '<') { // two of the latter begin no IRI
                    become(In.OPEN);
                }
            }
            case QUOTED_ONCE -> {
                in = next == quote ? In.QUOTED_TWICE : In.SHORT;
                if (in == In.SHORT) {
                    inShort(next);
                }
            }
            case QUOTED_TWICE -> {
                if (next == quote) {
                    in = In.LONG;
                    quotes = 0;
                } else {
                    become(In.OPEN);
                    open(next);
                }
            }
            case SHORT -> inShort(next);
            case LONG -> inLong(next);
        }
        if (length > LONGEST && in != In.COMMENT) {
            throw new RiotException("a single value has more than " + LONGEST + " characters");
        }
    }

    private void open(char next) {
        switch (next) {
            case '#' -> become(In.COMMENT);
            case '<' -> become(In.IRI);
            case '"', '\'' -> {
                become(In.QUOTED_ONCE);
                quote = next;
            }
            case ' ', '\t', '\n', '\r', ',', ';', '[', ']', '(', ')' -> length = 0;
            default -> {
                // a part of a name or a number, which goes on
            }
        }
    }

    private void inShort(char next) {
        if (escaped) {
            escaped = false;
        } else if (next == '\\') {
            escaped = true;
        } else if (next == quote) {
            become(In.OPEN);
        }
    }

    private void inLong(char next) {
        if (escaped) {
            escaped = false;
            quotes = 0;
        } else if (next == quote) {
            quotes++;
            if (quotes == 3) {
                become(In.OPEN);
            }
        } else {
            quotes = 0;
            escaped = next == '\\';
        }
    }

    private void become(In other) {
        in = other;
        length = 0;
        escaped = false;
    }
}
