package eu.solutionatlas.sparql;

import eu.solutionatlas.sparql.guard.RunningQuery;
import eu.solutionatlas.web.Connections;
import eu.solutionatlas.web.Encodings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the bytes of one answer go: the place that decides when the status is spent. The first bytes are held back, so
 * that an error among them is still a clean problem and a small answer has a length; from then on they are streamed, and
 * what goes wrong ends in a mark and a broken connection, never in something that looks whole.
 */
final class AnswerStream extends OutputStream {
    /** How much is held back, in bytes. */
    private static final int HELD = 32 * 1024;

    /** Below this many bytes, gzip saves less than a network packet. */
    private static final int WORTH_COMPRESSING = 1024;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final RunningQuery running;
    private final long maxBytes;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream(2048);
    private String contentType = "application/octet-stream";
    private @Nullable Spool spool;
    private @Nullable OutputStream sink;
    private @Nullable GZIPOutputStream gzip;
    private long bytes;
    private boolean over;

    AnswerStream(HttpServletRequest request, HttpServletResponse response, RunningQuery running, long maxBytes) {
        this.request = request;
        this.response = response;
        this.running = running;
        this.maxBytes = maxBytes;
    }

    /** Sends nothing before {@link #deliver}. */
    void spool() throws IOException {
        spool = new Spool();
    }

    /** Sends what was kept, if anything was. */
    void deliver() throws IOException {
        Spool whole = spool;
        if (whole != null) {
            spool = null;
            bytes = 0;
            try (whole) {
                whole.copyTo(this);
            }
            finish();
        }
    }

    /** Forgets what is kept and was not sent. */
    void discard() throws IOException {
        if (spool != null) {
            spool.close();
            spool = null;
        }
    }

    void contentType(String type) {
        this.contentType = type;
    }

    /** Whether something is on its way already, so that the status cannot change any more. */
    boolean committed() {
        return sink != null;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        if (over) {
            return; // what a writer's own buffers still held when the answer was cut
        }
        bytes += length;
        if (bytes > maxBytes) {
            throw running.end(RunningQuery.Stop.BYTES);
        }
        if (spool != null) {
            running.check();
            spool.write(buffer, offset, length);
            return;
        }
        if (sink == null && held.size() + length <= HELD) {
            held.write(buffer, offset, length);
            return;
        }
        running.check();
        try {
            commit().write(buffer, offset, length);
        } catch (IOException e) {
            running.stop(RunningQuery.Stop.CLIENT_GONE);
            throw e;
        }
    }

    private OutputStream commit() throws IOException {
        if (sink == null) {
            headers();
            if (request.getProtocol().equals("HTTP/1.1")) {
                // Also when the client closes the connection after it: without chunks, the end of a message that breaks
                // off looks like any other.
                response.setHeader("Transfer-Encoding", "chunked");
            }
            OutputStream out = response.getOutputStream();
            if (compress()) {
                response.setHeader("Content-Encoding", "gzip");
                gzip = new GZIPOutputStream(out, 8192, true);
                out = gzip;
            }
            sink = out;
            held.writeTo(out);
            held.reset();
        }
        return sink;
    }

    private void headers() {
        response.setStatus(200);
        response.setContentType(contentType);
    }

    private boolean compress() {
        return Encodings.acceptsGzip(request.getHeader("Accept-Encoding"));
    }

    /** Ends a whole answer. */
    void finish() throws IOException {
        if (spool != null) {
            return; // it has not begun
        }
        over = true;
        if (sink == null) {
            headers();
            byte[] whole = held.toByteArray();
            if (whole.length >= WORTH_COMPRESSING && compress()) {
                response.setHeader("Content-Encoding", "gzip");
                ByteArrayOutputStream small = new ByteArrayOutputStream(whole.length / 3);
                try (GZIPOutputStream compressor = new GZIPOutputStream(small)) {
                    compressor.write(whole);
                }
                whole = small.toByteArray();
            }
            response.setContentLength(whole.length);
            response.getOutputStream().write(whole);
            return;
        }
        if (gzip != null) {
            gzip.finish();
        }
        sink.flush();
    }

    /** Ends an answer that is under way and not whole: the mark, and no proper end of the message. */
    void cut(byte[] marker) {
        over = true;
        try {
            OutputStream out = commit();
            out.write(marker);
            out.flush();
        } catch (IOException e) {
            running.stop(RunningQuery.Stop.CLIENT_GONE);
        } finally {
            Connections.close(request);
        }
    }

    @Override
    public void flush() {
        // Writers flush when they are done; bytes go out as buffers fill, and the rest at the end.
    }

    @Override
    public void close() {
        // The end is announced by finish or cut only: a writer that closes in a finally clause knows neither.
    }
}
