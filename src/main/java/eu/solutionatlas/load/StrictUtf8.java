package eu.solutionatlas.load;

import java.io.ByteArrayOutputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads text that must be UTF-8. A parser left alone would put replacement characters for what it cannot decode, and
 * nobody would notice that ä, ł and ř are lost.
 */
public final class StrictUtf8 extends FilterReader {
    /** The text is in another encoding. Unchecked, so that no parser mistakes it for an end of the input. */
    public static final class NotUtf8 extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotUtf8(CharacterCodingException cause) {
            super(cause);
        }
    }

    /** What some editors put before the text; it says nothing (Unicode Standard, section 23.8). */
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private boolean begun;

    public StrictUtf8(InputStream in) {
        super(new InputStreamReader(in, decoder()));
    }

    private static CharsetDecoder decoder() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        try {
            int read = super.read(buffer, offset, length);
            if (begun || read <= 0) {
                return read;
            }
            begun = true;
            if (buffer[offset] != BYTE_ORDER_MARK) {
                return read;
            }
            System.arraycopy(buffer, offset + 1, buffer, offset, read - 1);
            return read == 1 ? super.read(buffer, offset, length) : read - 1;
        } catch (CharacterCodingException e) {
            throw new NotUtf8(e);
        }
    }

    /** The number of the first line that is not UTF-8, looked for only once it is known that there is one. */
    static long firstBadLine(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                try {
                    decoder().decode(ByteBuffer.wrap(line.toByteArray()));
                } catch (CharacterCodingException e) {
                    return number;
                }
                line.reset();
                number++;
            }
        }
        return number;
    }
}
