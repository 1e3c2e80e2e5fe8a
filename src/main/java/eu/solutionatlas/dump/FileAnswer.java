package eu.solutionatlas.dump;

import eu.solutionatlas.dump.table.Csvw;
import eu.solutionatlas.web.Conditional;
import eu.solutionatlas.web.FileBody;
import eu.solutionatlas.web.HttpDate;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** Sends a file of a set, or the part of it that is asked for, with all that HTTP knows of files. */
final class FileAnswer {
    private FileAnswer() {}

    static void send(Context ctx, DumpSets sets, DumpSet set, DumpFile file) throws IOException {
        try {
            sets.requireSound(set, file);
        } catch (DamagedFileException e) {
            throw new ProblemException(e.problem());
        }
        String digest = "sha-256=:" + base64(file.sha256()) + ":";
        ctx.header("ETag", file.etag());
        ctx.header("Last-Modified", HttpDate.of(set.version().at()));
        ctx.header("Accept-Ranges", "bytes");
        ctx.header("Repr-Digest", digest); // RFC 9530 section 3
        if (Conditional.fails(
                ctx.header("If-Match"),
                ctx.header("If-Unmodified-Since"),
                file.etag(),
                set.version().at())) {
            throw new ProblemException(Problem.of(
                    412,
                    "precondition-failed",
                    "Not what was expected",
                    "This file never changes, and it is not the one that If-Match or If-Unmodified-Since expects: its"
                            + " ETag is " + file.etag() + "."));
        }
        if (Conditional.notModified(
                ctx.header("If-None-Match"),
                ctx.header("If-Modified-Since"),
                file.etag(),
                set.version().at())) {
            Conditional.answerNotModified(ctx);
            return;
        }
        ctx.contentType(file.format().mediaType());
        ctx.header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
        if (file.format() == DumpFormat.CSV && set.file(Csvw.FILE_NAME).isPresent()) {
            // How tools find the metadata of a table ("Model for Tabular Data and Metadata on the Web" section 5.2)
            ctx.header("Link", "<" + Csvw.FILE_NAME + ">; rel=\"describedby\"; type=\"application/csvm+json\"");
        }
        Optional<ByteRange> part = range(ctx, file);
        ByteRange range = part.orElse(new ByteRange(0, file.bytes() - 1));
        boolean head = ctx.req().getMethod().equals("HEAD");
        if (part.isPresent()) {
            ctx.status(206);
            ctx.header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + file.bytes());
        } else if (!head) {
            ctx.header("Content-Digest", digest); // RFC 9530 section 2: of the content, which here is all of it
        }
        if (head) {
            ctx.res().setContentLengthLong(range.length());
            return;
        }
        copy(ctx, set, file, range);
    }

    /** A range is for GET only, and only of the file that the client already has a part of (section 13.1.5). */
    private static Optional<ByteRange> range(Context ctx, DumpFile file) {
        String header = ctx.header("Range");
        String condition = ctx.header("If-Range");
        boolean same = condition == null || condition.strip().equals(file.etag());
        return header == null || !same || !ctx.req().getMethod().equals("GET")
                ? Optional.empty()
                : ByteRange.parse(header, file.bytes());
    }

    private static void copy(Context ctx, DumpSet set, DumpFile file, ByteRange range) throws IOException {
        // One open file for the whole download, so that it goes on when the set has had its time meanwhile.
        try (FileChannel channel = FileChannel.open(set.path(file), StandardOpenOption.READ)) {
            if (channel.size() < range.first() + range.length()) {
                throw new IOException("the dump is shorter than it was");
            }
            ctx.res().setContentLengthLong(range.length());
            FileBody.send(ctx, channel, range.first(), range.length());
        } catch (NoSuchFileException e) {
            throw new IOException("the dump was taken away since it was looked for", e);
        }
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
