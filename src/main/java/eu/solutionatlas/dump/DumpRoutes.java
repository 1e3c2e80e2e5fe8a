package eu.solutionatlas.dump;

import eu.solutionatlas.web.Conditional;
import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import eu.solutionatlas.web.Responder;
import eu.solutionatlas.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /dump/catalogue.ttl.gz}, {@code .nq.gz}, and the checksum of each: plain files with all that HTTP knows of them. */
public final class DumpRoutes {
    private static final String CHECKSUM = ".sha256";
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final Dumps dumps;

    public DumpRoutes(Dumps dumps) {
        this.dumps = dumps;
    }

    public void addTo(RoutesConfig routes) {
        Routes.read(routes, "/dump", ctx -> find(""));
        Routes.read(routes, "/dump/{name}", this::download);
    }

    private void download(Context ctx) throws IOException {
        String asked = ctx.pathParam("name");
        boolean checksum = asked.endsWith(CHECKSUM);
        DumpFile dump = find(checksum ? asked.substring(0, asked.length() - CHECKSUM.length()) : asked);
        ctx.header(Responder.DATA_VERSION_HEADER, Long.toString(dump.version().number()));
        ctx.header("Cache-Control", "public, no-cache");
        if (checksum) {
            ctx.contentType("text/plain; charset=utf-8");
            ctx.result(dump.sha256() + "  " + dump.name().fileName() + "\n");
            return;
        }
        send(ctx, dump);
    }

    private DumpFile find(String fileName) {
        Optional<DumpName> name = DumpName.of(fileName);
        if (name.isEmpty()) {
            String list = Arrays.stream(DumpName.values())
                    .map(one -> "/dump/" + one.fileName())
                    .collect(Collectors.joining(", "));
            throw new ProblemException(Problem.notFound("There is no such dump. There is: " + list + "."));
        }
        return dumps.current(name.get())
                .orElseThrow(() -> new ProblemException(Problem.of(
                                503, "dump-not-ready", "Not ready yet", "The dumps are being written. Try again soon.")
                        .withHeader("Retry-After", "10")));
    }

    private static void send(Context ctx, DumpFile dump) throws IOException {
        ctx.header("ETag", dump.etag());
        ctx.header("Last-Modified", HTTP_DATE.format(dump.version().at()));
        ctx.header("Accept-Ranges", "bytes");
        ctx.header("Repr-Digest", "sha-256=:" + base64(dump.sha256()) + ":"); // RFC 9530 section 3
        if (Conditional.notModified(
                ctx.header("If-None-Match"),
                ctx.header("If-Modified-Since"),
                dump.etag(),
                dump.version().at())) {
            ctx.status(304);
            return;
        }
        ByteRange whole = new ByteRange(0, dump.bytes() - 1);
        Optional<ByteRange> part = range(ctx, dump);
        ByteRange range = part.orElse(whole);
        if (part.isPresent()) {
            ctx.status(206);
            ctx.header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + dump.bytes());
        }
        ctx.contentType("application/gzip");
        ctx.header(
                "Content-Disposition", "attachment; filename=\"" + dump.path().getFileName() + "\"");
        ctx.res().setContentLengthLong(range.length());
        if (!ctx.req().getMethod().equals("HEAD")) {
            copy(dump, range, ctx.res().getOutputStream());
        }
    }

    /** A range is for GET only, and only of the file that the client already has a part of (section 13.1.5). */
    private static Optional<ByteRange> range(Context ctx, DumpFile dump) {
        String header = ctx.header("Range");
        String condition = ctx.header("If-Range");
        boolean same = condition == null || condition.strip().equals(dump.etag());
        return header == null || !same || !ctx.req().getMethod().equals("GET")
                ? Optional.empty()
                : ByteRange.parse(header, dump.bytes());
    }

    private static void copy(DumpFile dump, ByteRange range, OutputStream out) throws IOException {
        // One open file for the whole download, so that it is not disturbed when the next dump takes its place.
        try (FileChannel channel = FileChannel.open(dump.path(), StandardOpenOption.READ);
                InputStream in = Channels.newInputStream(channel.position(range.first()))) {
            byte[] buffer = new byte[1 << 16];
            long left = range.length();
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new IOException("the dump is shorter than it was");
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
