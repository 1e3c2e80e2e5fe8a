package eu.solutionatlas.federation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream that remembers what went wrong with it, since parsers wrap it in errors of their own. */
final class NotingStream extends FilterInputStream {
    private @Nullable IOException fault;

    NotingStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            return super.read(buffer, offset, length);
        } catch (IOException e) {
            fault = e;
            throw e;
        }
    }

    /** Throws what went wrong, if anything did. */
    void rethrow() throws IOException {
        if (fault != null) {
            throw fault;
        }
    }
}
