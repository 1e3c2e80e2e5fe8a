package eu.solutionatlas.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * One kept-alive HTTP connection that costs the machine as little as it can, since client and server share its cores:
 * requests are ready-made bytes, of the answer only status and length are looked at.
 */
final class KeptConnection implements AutoCloseable {
    /** @param bytes of the body, as transferred */
    record Answer(int status, long bytes) {}

    private final Socket socket;
    private final InputStream in;
    private final byte[] line = new byte[8192];
    private final byte[] body = new byte[1 << 16];

    KeptConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(120_000);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    }

    Answer ask(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        int length = readLine();
        int status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
        long size = 0;
        boolean chunked = false;
        for (length = readLine(); length > 0; length = readLine()) {
            if (begins("content-length:", length)) {
                size = number(15, length, 10);
            } else if (begins("transfer-encoding:", length)) {
                chunked = true;
            }
        }
        if (status == 304) {
            return new Answer(status, 0);
        }
        return new Answer(status, chunked ? readChunks() : skip(size));
    }

    private long readChunks() throws IOException {
        long total = 0;
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            total += skip(size);
            readLine();
        }
        readLine();
        return total;
    }

    private long chunkSize() throws IOException {
        return number(0, readLine(), 16);
    }

    private long skip(long size) throws IOException {
        for (long left = size; left > 0; ) {
            int read = in.read(body, 0, (int) Math.min(left, body.length));
            if (read < 0) {
                throw new EOFException();
            }
            left -= read;
        }
        return size;
    }

    /** Reads a line without its end into the buffer; its length. */
    private int readLine() throws IOException {
        int length = 0;
        while (true) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            if (next == '\n') {
                return length;
            }
            if (next != '\r' && length < line.length) {
                line[length++] = (byte) next;
            }
        }
    }

    private boolean begins(String lowerCase, int length) {
        if (length < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((line[i] | 0x20) != (lowerCase.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private long number(int from, int length, int radix) {
        long number = 0;
        for (int i = from; i < length; i++) {
            int digit = Character.digit(line[i], radix);
            if (digit >= 0) {
                number = number * radix + digit;
            } else if (line[i] != ' ') {
                break;
            }
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
