package eu.solutionatlas.outbound;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body that ends with a fault when the time is up, when there is more of it than is taken, or when it breaks off. */
final class BodyStream extends FilterInputStream {
    private final Watch watch;
    private final long limit;
    private long count;

    BodyStream(InputStream in, Watch watch, long limit) {
        super(in);
        this.watch = watch;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (watch.fault().isPresent()) {
            throw new FaultException(watch.fault().get());
        }
        if (watch.isOver()) {
            throw fail(Faults.timeout(Phase.BODY));
        }
        int read;
        try {
            read = in.read(buffer, offset, length);
        } catch (IOException e) {
            throw fail(Faults.of(e, Phase.BODY));
        }
        if (read > 0) {
            count += read;
        }
        if (count > limit) {
            throw fail(Faults.tooLarge(limit));
        }
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        byte[] buffer = new byte[(int) Math.min(8192, Math.max(0, bytes))];
        return bytes <= 0 ? 0 : Math.max(0, read(buffer, 0, buffer.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Does nothing: the end of the body is still to be seen, when its reader has had enough, to know that it is whole. */
    @Override
    public void close() {}

    private FaultException fail(Fault fault) {
        return new FaultException(watch.keep(fault));
    }
}
