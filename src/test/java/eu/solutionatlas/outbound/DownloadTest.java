package eu.solutionatlas.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.FaultyServer.Behaviour;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final Outbound OUTBOUND = new Outbound(new OutboundSettings(true), "test");
    private static final Pattern RANGE = Pattern.compile("\r\nRange: bytes=(\\d+)-\r\n");
    private static final String TEXT = "0123456789".repeat(1000);

    @TempDir
    private Path directory;

    @AfterAll
    static void close() {
        OUTBOUND.close();
    }

    private Download fetch(FaultyServer server, Validators known) {
        return OUTBOUND.download(
                OutboundRequest.get(server.uri("/dump")), directory.resolve("dump"), known, new Cancel());
    }

    private static Fault fault(Download download) {
        assertThat(download).isInstanceOf(Download.Failed.class);
        return ((Download.Failed) download).fault();
    }

    /** Sends at most some bytes at a time and then cuts the connection; knows ranges. */
    private static Behaviour inPieces(String etag, int piece) {
        return (request, out) -> {
            Matcher range = RANGE.matcher(request);
            int from = range.find() && request.contains("If-Range: " + etag) ? Integer.parseInt(range.group(1)) : 0;
            byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
            int left = bytes.length - from;
            String length = "Content-Length: " + left;
            if (from > 0) {
                String part = "Content-Range: bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length;
                FaultyServer.head(out, "206 Partial Content", "ETag: " + etag, length, part);
            } else {
                FaultyServer.head(out, "200 OK", "ETag: " + etag, length);
            }
            out.write(bytes, from, Math.min(piece, left));
        };
    }

    @Test
    void download_whole_isThere() throws IOException {
        try (FaultyServer server = FaultyServer.start(inPieces("\"a\"", 1 << 20))) {
            assertThat(fetch(server, Validators.NONE)).isInstanceOf(Download.Fetched.class);
            assertThat(directory.resolve("dump")).hasContent(TEXT);
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).hasSize(1);
            }
        }
    }

    @Test
    void download_cutInTheMiddle_goesOnWhereItStopped() {
        try (FaultyServer server = FaultyServer.start(inPieces("\"a\"", 4000))) {
            assertThat(fetch(server, Validators.NONE)).isInstanceOf(Download.Fetched.class);
            assertThat(directory.resolve("dump")).hasContent(TEXT);
            assertThat(server.requests()).hasSize(3);
        }
    }

    @Test
    void download_begunInAnEarlierProcess_goesOn() throws IOException {
        Files.writeString(directory.resolve("dump.part"), TEXT.substring(0, 5000));
        Files.writeString(directory.resolve("dump.part-etag"), "\"a\"");
        try (FaultyServer server = FaultyServer.start(inPieces("\"a\"", 1 << 20))) {
            fetch(server, Validators.NONE);
            assertThat(directory.resolve("dump")).hasContent(TEXT);
            assertThat(server.requests().getFirst()).contains("Range: bytes=5000-");
        }
    }

    @Test
    void download_whoseFileChangedMeanwhile_beginsAnew() throws IOException {
        Files.writeString(directory.resolve("dump.part"), "something else");
        Files.writeString(directory.resolve("dump.part-etag"), "\"old\"");
        try (FaultyServer server = FaultyServer.start(inPieces("\"a\"", 1 << 20))) {
            fetch(server, Validators.NONE);
            assertThat(directory.resolve("dump")).hasContent(TEXT);
        }
    }

    @Test
    void download_withoutStrongEtag_isNotPutTogetherFromParts() throws IOException {
        try (FaultyServer server = FaultyServer.start(inPieces("W/\"a\"", 4000))) {
            assertThat(fault(fetch(server, Validators.NONE)).kind()).isEqualTo(Fault.Kind.TRUNCATED);
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).isEmpty();
            }
        }
    }

    @Test
    void download_thatGivesAnotherPart_isMalformed() throws IOException {
        Files.writeString(directory.resolve("dump.part"), "0123");
        Files.writeString(directory.resolve("dump.part-etag"), "\"a\"");
        Behaviour wrong = (request, out) -> {
            FaultyServer.head(out, "206 Partial Content", "Content-Range: bytes 7-9/10", "Content-Length: 3");
            out.write("789".getBytes(StandardCharsets.UTF_8));
        };
        try (FaultyServer server = FaultyServer.start(wrong)) {
            assertThat(fault(fetch(server, Validators.NONE)).kind()).isEqualTo(Fault.Kind.MALFORMED);
            assertThat(directory.resolve("dump")).doesNotExist();
        }
    }

    @Test
    void download_ofAPartThatIsTooLong_beginsAnew() throws IOException {
        Files.writeString(directory.resolve("dump.part"), TEXT + TEXT);
        Files.writeString(directory.resolve("dump.part-etag"), "\"a\"");
        Behaviour whole = inPieces("\"a\"", 1 << 20);
        try (FaultyServer server = FaultyServer.start((request, out) -> {
            if (RANGE.matcher(request).find()) {
                FaultyServer.head(out, "416 Range Not Satisfiable", "Content-Length: 0");
            } else {
                whole.answer(request, out);
            }
        })) {
            fetch(server, Validators.NONE);
            assertThat(directory.resolve("dump")).hasContent(TEXT);
        }
    }

    @Test
    void download_ofWhatIsAsItWas_saysSo() {
        try (FaultyServer server = FaultyServer.start(FaultyServer.status("304 Not Modified", "ETag: \"a\""))) {
            Validators known = new Validators(Optional.of("\"a\""), Optional.of("Mon, 23 Nov 2026 10:00:00 GMT"));
            assertThat(fetch(server, known)).isInstanceOf(Download.NotModified.class);
            assertThat(server.requests().getFirst())
                    .contains("If-None-Match: \"a\"\r\n")
                    .contains("If-Modified-Since: Mon, 23 Nov 2026 10:00:00 GMT\r\n");
        }
    }

    @Test
    void download_thatIsTooLarge_leavesNothing() throws IOException {
        try (FaultyServer server = FaultyServer.start(FaultyServer.flood("text/plain"))) {
            assertThat(fault(fetch(server, Validators.NONE)).kind()).isEqualTo(Fault.Kind.TOO_LARGE);
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).isEmpty();
            }
        }
    }
}
