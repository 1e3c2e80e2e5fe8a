package eu.solutionatlas.sparql;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Puts a link into the head of a result in JSON (SPARQL 1.1 Query Results JSON Format, section 3.1.2), which ARQ's writer
 * leaves out. The head is the first object inside the first.
 */
final class LinkedHead extends FilterOutputStream {
    private static final int HEAD = 2;

    private final byte[] link;
    private int opened;

    /** @param link an IRI */
    LinkedHead(OutputStream out, String link) {
        super(out);
        this.link = (" \"link\": [ \"" + link + "\" ]").getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void write(int next) throws IOException {
        if (opened == HEAD && !Character.isWhitespace(next)) {
            // ASK has an empty head, SELECT one with variables.
            opened++;
            out.write(link);
            out.write(next == '}' ? ' ' : ',');
        }
        out.write(next);
        if (opened < HEAD && next == '{') {
            opened++;
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int at = offset;
        while (at < offset + length && opened <= HEAD) {
            write(bytes[at++]);
        }
        out.write(bytes, at, offset + length - at);
    }
}
