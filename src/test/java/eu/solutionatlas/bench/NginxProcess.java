package eu.solutionatlas.bench;

import eu.solutionatlas.support.TestHubs;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** nginx with its usual settings for files, as a process that serves a directory. */
final class NginxProcess implements AutoCloseable {
    private final Process process;
    private final int port;

    private NginxProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it; empty where it is not installed. */
    static Optional<NginxProcess> start(Path work, Path served) throws IOException {
        Optional<Path> program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = TestHubs.freePort();
        Path home = Files.createDirectories(work.toAbsolutePath());
        // Started by root it would become somebody who may not read the files.
        String user = System.getProperty("user.name").equals("root") ? "user root;" : "";
        Path configuration =
                Files.writeString(home.resolve("nginx.conf"), """
                daemon off;
                %4$s
                worker_processes auto;
                pid %1$s/nginx.pid;
                error_log %1$s/error.log;
                events { worker_connections 64; }
                http {
                    access_log off;
                    sendfile on;
                    tcp_nopush on;
                    client_body_temp_path %1$s/body;
                    proxy_temp_path %1$s/proxy;
                    fastcgi_temp_path %1$s/fastcgi;
                    uwsgi_temp_path %1$s/uwsgi;
                    scgi_temp_path %1$s/scgi;
                    server { listen 127.0.0.1:%2$d; root %3$s; }
                }
                """.formatted(home, port, served.toAbsolutePath(), user));
        Process process = new ProcessBuilder(
                        program.get().toString(),
                        "-p",
                        home.toString(),
                        "-e",
                        home.resolve("error.log").toString(),
                        "-c",
                        configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.log").toFile())
                .start();
        NginxProcess started = new NginxProcess(process, port);
        started.await();
        return Optional.of(started);
    }

    private void await() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                Thread.onSpinWait(); // not yet
            }
        }
        close();
        throw new IOException("nginx does not answer; see its logs");
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
