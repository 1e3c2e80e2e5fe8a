package eu.solutionatlas.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as an operator gets it, in a process of its own. */
class DistributionIT {
    private static final Path HOME = Path.of(System.getProperty("atlas.distribution", "target/solution-atlas"));
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    private Path directory;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void endProcesses() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(HOME.resolve("bin/solution-atlas").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
        started.add(process);
        return process;
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String out() throws IOException {
        return Files.readString(directory.resolve("out"));
    }

    private String err() throws IOException {
        return Files.readString(directory.resolve("err"));
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(HOME.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Asks until there is an answer. */
    private HttpResponse<String> get(Process server, int port, String path) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/html")
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (true) {
                String last;
                try {
                    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
                    if (answer.statusCode() != 503) { // lists wait for the search to be built
                        return answer;
                    }
                    last = answer.body();
                } catch (ConnectException e) {
                    last = e.toString(); // not listening yet
                }
                boolean ended = server.waitFor(50, TimeUnit.MILLISECONDS);
                if (ended || System.nanoTime() > deadline) {
                    throw new IOException("no answer but " + last + "; the server said: " + err());
                }
            }
        }
    }

    @Test
    void version_everySubsystemOfJenaStarts() throws IOException, InterruptedException {
        assertThat(run("version", "--verbose")).as(err()).isZero();
        Set<String> running = out().lines()
                .filter(line -> line.startsWith("subsystem "))
                .map(line -> line.substring("subsystem ".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(running).isEqualTo(declaredSubsystems()).hasSizeGreaterThan(5);
    }

    /** What the service files of all jars name. */
    private static Set<String> declaredSubsystems() throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path file : jars()) {
            try (JarFile jar = new JarFile(file.toFile())) {
                ZipEntry entry = jar.getEntry("META-INF/services/org.apache.jena.sys.JenaSubsystemLifecycle");
                if (entry != null) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                .lines()
                                .map(line -> line.replaceFirst("#.*", "").strip())
                                .filter(line -> !line.isEmpty())
                                .forEach(names::add);
                    }
                }
            }
        }
        return names;
    }

    @Test
    void lib_holdsWhatTheTestsRanOn() throws IOException {
        String classPath = Objects.requireNonNullElse(
                System.getProperty("surefire.test.class.path"), System.getProperty("java.class.path"));
        Set<String> tested = Arrays.stream(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .collect(Collectors.toSet());
        assertThat(jars())
                .extracting(jar -> jar.getFileName().toString())
                .filteredOn(name -> !name.startsWith("solution-atlas-"))
                .isSubsetOf(tested);
    }

    @Test
    void serve_realData_thenStopsOnSignal() throws IOException, InterruptedException {
        int port = freePort();
        Process server =
                start("serve", "--port", Integer.toString(port), "--base-iri", "http://localhost:" + port + "/");
        assertThat(get(server, port, "/solution").statusCode()).isEqualTo(200);
        assertThat(get(server, port, "/health/ready").body()).contains("\"status\":\"ok\"");
        server.destroy();
        assertThat(server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).as(err()).isIn(0, 143);
        assertThat(err()).contains("Stopped").doesNotContain("ERROR", "WARN");
    }

    @Test
    void serve_lockedDirectory_saysWho() throws IOException, InterruptedException {
        int port = freePort();
        Process server = start("serve", "--port", Integer.toString(port));
        get(server, port, "/health/live");
        assertThat(run("serve", "--port", Integer.toString(freePort()))).isEqualTo(ExitCodes.CANNOT);
        assertThat(err()).contains("in use by process " + server.pid()).hasLineCount(1);
    }

    @Test
    void serve_portInUse_saysSo() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            assertThat(run("serve", "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(ExitCodes.CANNOT);
        }
        assertThat(err()).contains("Cannot listen at").doesNotContain("\tat ");
    }

    @Test
    void bin_calledThroughALink() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(
                directory.resolve("atlas"), HOME.resolve("bin/solution-atlas").toAbsolutePath());
        Process process = new ProcessBuilder(link.toString(), "version").start();
        started.add(process);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void bin_javaTooOld_saysSo() throws IOException, InterruptedException {
        Path java = directory.resolve("old/bin/java");
        Files.createDirectories(Objects.requireNonNull(java.getParent()));
        Files.writeString(java, "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(directory.resolve("old/release"), "JAVA_VERSION=\"17.0.1\"\n");
        ProcessBuilder builder = new ProcessBuilder(
                HOME.resolve("bin/solution-atlas").toAbsolutePath().toString(), "version");
        builder.environment().put("ATLAS_JAVA", java.toString());
        Process process = builder.start();
        started.add(process);
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("is no Java of version 21 or newer");
        assertThat(process.waitFor()).isEqualTo(ExitCodes.CANNOT);
    }

    @Test
    void archive_isMadeAndUsed() throws IOException, InterruptedException {
        Path copy = directory.resolve("copy");
        copy(HOME, copy);
        Process making = new ProcessBuilder(copy.resolve("bin/solution-atlas").toString(), "archive")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        started.add(making);
        assertThat(making.waitFor(3L * PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(making.exitValue()).as(out()).isZero();
        Process using = new ProcessBuilder(copy.resolve("bin/solution-atlas").toString(), "version")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        started.add(using);
        assertThat(using.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(out()).startsWith("Solution Atlas ").hasLineCount(1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (!file.toString().contains("start-")) {
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
