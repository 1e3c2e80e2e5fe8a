package eu.solutionatlas.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches files, whole or piece by piece (RFC 9110 section 14). */
final class Downloader {
    /** Tries of one download, as long as each brings it further. */
    private static final int TRIES = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Downloader.class);

    private final Outbound outbound;

    Downloader(Outbound outbound) {
        this.outbound = outbound;
    }

    /** What one answer brought. */
    private sealed interface Step {
        /** The last part of the file. */
        record Whole(Validators validators, ReplyHeaders headers) implements Step {}

        record Same(ReplyHeaders headers) implements Step {}
    }

    Download download(OutboundRequest request, Path target, Validators known, Cancel cancel) {
        PartialFile part = new PartialFile(target);
        try {
            return fetch(request, target, part, known, cancel);
        } catch (IOException | UncheckedIOException e) {
            LOG.error("A download from {} could not be kept", request.uri(), e); // the fault's words may be public
            return new Download.Failed(Fault.of(Fault.Kind.LOCAL, "could not be kept on this machine"));
        }
    }

    private Download fetch(OutboundRequest request, Path target, PartialFile part, Validators known, Cancel cancel)
            throws IOException {
        Outcome<Step> outcome = attempt(request, part, known, cancel);
        for (int tries = 1; tries < TRIES; tries++) {
            long before = part.size();
            if (!(outcome instanceof Outcome.Failed<Step> failed) || !worthAnother(failed.fault(), part)) {
                break;
            }
            outcome = attempt(request, part, known, cancel);
            if (part.size() == before) {
                break;
            }
        }
        return switch (outcome) {
            case Outcome.Answered<Step> answered -> finished(answered.value(), target, part);
            case Outcome.Failed<Step> failed -> failed(failed.fault(), part);
        };
    }

    private static Download finished(Step step, Path target, PartialFile part) throws IOException {
        return switch (step) {
            case Step.Same same -> new Download.NotModified(same.headers());
            case Step.Whole whole -> {
                Files.move(part.path(), target, StandardCopyOption.REPLACE_EXISTING);
                part.remove();
                yield new Download.Fetched(target, whole.validators(), whole.headers());
            }
        };
    }

    private static Download failed(Fault fault, PartialFile part) throws IOException {
        if (!fault.isTransport() || part.etag().isEmpty()) {
            part.remove();
        }
        return new Download.Failed(fault);
    }

    /** Whether there is a part to go on with, or one to be dropped because it fits nothing over there. */
    private static boolean worthAnother(Fault fault, PartialFile part) throws IOException {
        if (fault.status().orElse(0) == 416 && part.size() > 0) {
            part.remove();
            return true;
        }
        return fault.isTransport() && part.etag().isPresent();
    }

    private Outcome<Step> attempt(OutboundRequest request, PartialFile part, Validators known, Cancel cancel)
            throws IOException {
        // What is compressed on the way has no parts that could be joined.
        OutboundRequest plain = request.header("Accept-Encoding", "identity");
        Optional<String> etag = part.etag();
        OutboundRequest asked = etag.isPresent()
                ? plain.header("Range", "bytes=" + part.size() + "-").header("If-Range", etag.get())
                : known.addTo(plain);
        return outbound.exchange(asked, reply -> read(reply, part, request.maxBytes()), cancel);
    }

    private static Step read(Reply reply, PartialFile part, long limit) throws IOException {
        if (reply.status() == 304) {
            return new Step.Same(reply.headers());
        }
        Validators validators = Validators.of(reply.headers());
        if (reply.status() == 206) {
            requireFit(reply, part);
        } else {
            boolean encoded = reply.headers().first("Content-Encoding").isPresent();
            begin(part, encoded ? Optional.empty() : validators.strongEtag());
        }
        part.append(reply.body(), limit);
        return new Step.Whole(validators, reply.headers());
    }

    private static void begin(PartialFile part, Optional<String> etag) {
        try {
            part.begin(etag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireFit(Reply reply, PartialFile part) throws IOException {
        String range = reply.headers().first("Content-Range").orElse("");
        if (!range.strip().startsWith("bytes " + part.size() + "-")) {
            throw RejectedReplyException.malformed("another part came than was asked for: " + range);
        }
    }
}
