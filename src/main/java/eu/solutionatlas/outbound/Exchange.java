package eu.solutionatlas.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.InputStreamResponseListener;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;

/** One request and its answer, from the caller's thread. */
final class Exchange {
    /** What is read of a body that nobody wants any more, so that its connection can be used again. */
    private static final int DRAINED_BYTES = 64 << 10;

    private final OutboundRequest asked;
    private final Watch watch;
    private final Request request;
    private final InputStreamResponseListener listener = new InputStreamResponseListener();

    Exchange(HttpClient client, OutboundRequest asked) {
        this.asked = asked;
        this.watch = new Watch(asked.deadline());
        this.request = client.newRequest(asked.uri())
                .method(asked.method())
                .timeout(watch.millisLeft(), TimeUnit.MILLISECONDS)
                .idleTimeout(asked.silence().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .onRequestBegin(begun -> watch.enter(Phase.HEADERS));
        if (!asked.has("Accept-Encoding")) {
            request.headers(headers -> headers.put("Accept-Encoding", "gzip"));
        }
        request.headers(headers -> asked.headers().forEach(headers::put));
        asked.content()
                .ifPresent(content -> request.body(new BytesRequestContent(content.mediaType(), content.bytes())));
    }

    <T> Outcome<T> run(BodyReader<T> reader, Cancel cancel) {
        try (Cancel.Registration registration = cancel.whenCancelled(this::cancelled)) {
            return exchange(reader);
        } finally {
            request.abort(new FaultException(Fault.of(Fault.Kind.CANCELLED, "was not read to its end")));
        }
    }

    private void cancelled() {
        Fault fault = watch.keep(Fault.in(watch.phase(), Fault.Kind.CANCELLED, "was given up"));
        request.abort(new FaultException(fault));
    }

    private <T> Outcome<T> exchange(BodyReader<T> reader) {
        Response response;
        try {
            if (watch.fault().isPresent()) {
                return failed(watch.fault().get());
            }
            request.send(listener);
            response = listener.get(watch.millisLeft(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Fault.in(watch.phase(), Fault.Kind.CANCELLED, "was interrupted"));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            return failed(Faults.of(e, watch.phase()));
        }
        watch.enter(Phase.BODY);
        ReplyHeaders headers = ReplyHeaders.of(response.getHeaders());
        boolean conditional = asked.has("If-None-Match") || asked.has("If-Modified-Since");
        Optional<Fault> fault = Faults.ofStatus(response.getStatus(), headers, conditional);
        return fault.isPresent() ? failed(fault.get()) : read(response.getStatus(), headers, reader);
    }

    private <T> Outcome<T> read(int status, ReplyHeaders headers, BodyReader<T> reader) {
        try (InputStream body = open(headers)) {
            T value = reader.read(new Reply(status, headers, body));
            drain(body);
            return watch.fault().<Outcome<T>>map(Outcome.Failed::new).orElseGet(() -> new Outcome.Answered<>(value));
        } catch (RejectedReplyException e) {
            return failed(e.fault());
        } catch (IOException e) {
            // What the body threw is in the watch already; anything else is the reader's complaint about the content.
            return failed(Fault.in(Phase.BODY, Fault.Kind.MALFORMED, "cannot be read: " + e.getMessage()));
        } catch (RuntimeException e) {
            // Parsers wrap what the body threw.
            if (watch.fault().isPresent()) {
                return failed(watch.fault().get());
            }
            throw e;
        }
    }

    private InputStream open(ReplyHeaders headers) throws IOException {
        InputStream raw = new BodyStream(listener.getInputStream(), watch, asked.maxBytes());
        String encoding = headers.first("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity" -> raw;
            case "gzip", "x-gzip" ->
                asked.method().equals("HEAD") ? raw : new BodyStream(new LazyGzip(raw), watch, asked.maxBytes());
            default -> throw RejectedReplyException.wrongType("the answer is compressed in a way not asked for");
        };
    }

    private void drain(InputStream body) throws IOException {
        byte[] buffer = new byte[8192];
        int left = DRAINED_BYTES;
        int read = 0;
        while (left > 0 && read >= 0) {
            read = body.read(buffer);
            left -= Math.max(0, read);
        }
    }

    private <T> Outcome<T> failed(Fault fault) {
        return new Outcome.Failed<>(watch.keep(fault));
    }

    /** Reads gzip's head when the first byte is asked for, so that an empty body of a 304 is none to complain about. */
    private static final class LazyGzip extends InputStream {
        private final InputStream compressed;
        private Optional<InputStream> opened = Optional.empty();

        LazyGzip(InputStream compressed) {
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (opened.isEmpty()) {
                opened = Optional.of(new GZIPInputStream(compressed, 8192));
            }
            return opened.get().read(buffer, offset, length);
        }

        @Override
        public void close() throws IOException {
            compressed.close();
        }
    }
}
