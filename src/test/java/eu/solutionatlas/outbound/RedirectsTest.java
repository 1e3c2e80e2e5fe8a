package eu.solutionatlas.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import eu.solutionatlas.support.FaultyServer;
import eu.solutionatlas.support.FaultyServer.Behaviour;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedirectsTest {
    private static final Outbound OUTBOUND = new Outbound(new OutboundSettings(true), "test");

    @TempDir
    private Path directory;

    @AfterAll
    static void close() {
        OUTBOUND.close();
    }

    /** Leads from /dump to another address, which has a text. */
    private static Behaviour leadingTo(String location) {
        return (request, out) -> {
            if (request.startsWith("GET /dump ")) {
                FaultyServer.head(out, "302 Found", "Location: " + location, "Content-Length: 0");
            } else if (request.contains("If-None-Match: \"a\"")) {
                FaultyServer.head(out, "304 Not Modified", "ETag: \"a\"");
            } else {
                FaultyServer.head(out, "200 OK", "ETag: \"a\"", "Content-Length: 5");
                out.write("whole".getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private Download fetch(FaultyServer server, Validators known) {
        return OUTBOUND.download(
                OutboundRequest.get(server.uri("/dump")).followingOneRedirect(),
                directory.resolve("dump"),
                known,
                new Cancel());
    }

    private static Fault fault(Download download) {
        assertThat(download).isInstanceOf(Download.Failed.class);
        return ((Download.Failed) download).fault();
    }

    @Test
    void redirect_withinTheServer_isFollowed() {
        try (FaultyServer server = FaultyServer.start(leadingTo("/dated/dump"))) {
            assertThat(fetch(server, Validators.NONE)).isInstanceOf(Download.Fetched.class);
            assertThat(directory.resolve("dump")).hasContent("whole");
        }
    }

    @Test
    void redirect_keepsTheCondition() {
        try (FaultyServer server = FaultyServer.start(leadingTo("/dated/dump"))) {
            Validators known = ((Download.Fetched) fetch(server, Validators.NONE)).validators();

            assertThat(fetch(server, known)).isInstanceOf(Download.NotModified.class);
        }
    }

    @Test
    void redirect_goesOnWithWhatIsThereAlready() throws Exception {
        Files.writeString(directory.resolve("dump.part"), "wh");
        Files.writeString(directory.resolve("dump.part-etag"), "\"a\"");
        Behaviour knowsRanges = (request, out) -> {
            if (request.startsWith("GET /dump ")) {
                FaultyServer.head(out, "302 Found", "Location: /dated/dump", "Content-Length: 0");
            } else {
                assertThat(request).contains("Range: bytes=2-");
                FaultyServer.head(
                        out, "206 Partial Content", "ETag: \"a\"", "Content-Length: 3", "Content-Range: bytes 2-4/5");
                out.write("ole".getBytes(StandardCharsets.UTF_8));
            }
        };
        try (FaultyServer server = FaultyServer.start(knowsRanges)) {
            assertThat(fetch(server, Validators.NONE)).isInstanceOf(Download.Fetched.class);
            assertThat(directory.resolve("dump")).hasContent("whole");
        }
    }

    @Test
    void redirect_toAnotherServer_isNotFollowed() {
        try (FaultyServer other = FaultyServer.start(leadingTo("/dump"))) {
            for (String location : new String[] {
                other.uri("/dated").toString(), "http://169.254.169.254/", "//example.org/x", "ftp://127.0.0.1/x", "::"
            }) {
                try (FaultyServer server = FaultyServer.start(leadingTo(location))) {
                    assertThat(fault(fetch(server, Validators.NONE)).kind())
                            .as(location)
                            .isEqualTo(Fault.Kind.REDIRECT);
                }
            }
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void secondRedirect_isNotFollowed() {
        try (FaultyServer server = FaultyServer.start(leadingTo("/dump"))) {
            assertThat(fault(fetch(server, Validators.NONE)).location()).isEqualTo(Optional.of("/dump"));
            assertThat(server.requests()).hasSize(2);
        }
    }
}
