package eu.solutionatlas.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ControlSocketTest {
    private static final Order ORDER = new Order("echo", Map.of("word", List.of("ahoj", "cześć")));

    @TempDir
    private Path directory;

    private final List<ControlSocket> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(ControlSocket::close);
    }

    private Optional<ControlSocket> open(Path where) {
        Optional<ControlSocket> socket = ControlSocket.open(where, ControlSocketTest::obey);
        socket.ifPresent(opened::add);
        return socket;
    }

    private static Answer obey(Order order) {
        return switch (order.command()) {
            case "echo" -> Answer.done(order.all("word"));
            case "fail" -> throw new IllegalStateException("for a test");
            default -> Answer.cannot("what?");
        };
    }

    private Path socket() {
        return directory.resolve("control.sock");
    }

    /** Sends bytes as they are and gives what comes back. */
    private String send(String text) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            Lines.write(channel, text.getBytes(StandardCharsets.UTF_8));
            channel.shutdownOutput();
            return Lines.read(channel, Wire.MAX_ANSWER).orElse("");
        }
    }

    @Test
    void order_isObeyed() throws IOException {
        open(directory);
        assertThat(new ControlClient(directory).give(ORDER)).contains(Answer.done("ahoj", "cześć"));
    }

    @Test
    void order_thatFails_isAnswered() throws IOException {
        open(directory);
        assertThat(new ControlClient(directory).give(new Order("fail", Map.of())))
                .hasValueSatisfying(answer -> assertThat(answer.code()).isEqualTo(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "GET / HTTP/1.1\r\n\r\n",
                "{\n",
                "[]\n",
                "{\"command\":1}\n",
                "{\"command\":\"echo\",\"arguments\":{\"word\":\"no list\"}}\n",
                "{\"command\":\"echo\",\"arguments\":[]}\n",
                "[[[[[[[[[[[[[[[[[[[[\n",
                "\u0000\u0001\uFFFD\n"
            })
    void garbage_isNoOrder(String garbage) throws IOException {
        open(directory);
        assertThat(send(garbage)).startsWith("{\"code\":2,");
    }

    @Test
    void orderAfterGarbage_isObeyed() throws IOException {
        open(directory);
        send("garbage\n");
        assertThat(new ControlClient(directory).give(ORDER)).isPresent();
    }

    @Test
    void line_thatIsTooLong_doesNotDisturbTheNextOrder() throws IOException {
        open(directory);
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket()))) {
            Lines.write(channel, "x".repeat(Wire.MAX_ORDER).getBytes(StandardCharsets.UTF_8));
            assertThat(Lines.read(channel, Wire.MAX_ANSWER).orElse("")).startsWith("{\"code\":2,");
        }
        assertThat(new ControlClient(directory).give(ORDER)).isPresent();
    }

    @Test
    void silentConnections_areEndedInTime() throws IOException {
        open(directory);
        List<SocketChannel> silent = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            silent.add(SocketChannel.open(UnixDomainSocketAddress.of(socket())));
        }
        // All places are taken; the order waits until the silent ones are cut off.
        assertThat(new ControlClient(directory).give(ORDER)).isPresent();
        for (SocketChannel channel : silent) {
            channel.close();
        }
    }

    @Test
    void socket_isItsOwnersAlone() throws IOException {
        open(directory);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket())))
                .isEqualTo("rw-------");
    }

    @Test
    void socket_thatWasLeftBehind_isReplaced() throws IOException {
        Files.writeString(socket(), "left behind");
        open(directory);
        assertThat(new ControlClient(directory).give(ORDER)).isPresent();
    }

    @Test
    void socket_atStop_isRemoved() {
        open(directory).orElseThrow().close();
        assertThat(socket()).doesNotExist();
    }

    @Test
    void client_withoutAHub_getsNoAnswer() throws IOException {
        assertThat(new ControlClient(directory).give(ORDER)).isEmpty();
    }

    @Test
    void client_atASocketLeftBehind_getsNoAnswer() throws IOException {
        try (java.nio.channels.ServerSocketChannel killed =
                java.nio.channels.ServerSocketChannel.open(java.net.StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(socket()));
        }
        assertThat(new ControlClient(directory).give(ORDER)).isEmpty();
    }

    @Test
    void path_thatIsTooLong_leavesTheHubWithout() throws IOException {
        Path deep = Files.createDirectories(directory.resolve("x".repeat(120)));
        assertThat(open(deep)).isEmpty();
    }

    @Test
    void client_withAPathThatIsTooLong_getsNoAnswer() throws IOException {
        Path deep = Files.createDirectories(directory.resolve("x".repeat(120)));
        Files.writeString(deep.resolve("control.sock"), "");
        assertThat(new ControlClient(deep).give(ORDER)).isEmpty();
    }

    @Test
    void answer_hasNoControlCharacters() {
        assertThat(Answer.done("a\u001b[31mred\u202e\n").lines()).containsExactly("a [31mred  ");
    }
}
