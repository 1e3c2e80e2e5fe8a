package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        description =
                "Serves the catalogue until it is told to stop (Ctrl-C, SIGTERM). An empty catalogue is filled from"
                        + " the seed directory first.")
final class ServeCommand implements Callable<Integer> {
    private static final Duration VOCABULARIES_AFTER = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private static final int HTTP = 80;
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private final SettingOptions settings;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--with-parent",
            description = "Stop, too, when the process that started this one ends. For build tools that leave what they"
                    + " started running.")
    private boolean withParent;

    @Mixin
    private final ProgressOption progress = new ProgressOption();

    ServeCommand(SettingOptions settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        AtlasSettings atlas = settings.read(Main.called(spec));
        Service service;
        try {
            service = Service.start(atlas, progress.on(Main.err(spec)));
        } catch (Service.SeedRejected e) {
            ReportPrinter.printErrors(e.report(), Main.out(spec));
            Main.out(spec).println("The catalogue is empty, and its seed has errors; mend them and start again.");
            return ExitCodes.INVALID;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            LOG.info("Stopping: finishing the requests that run");
            service.close();
            LOG.info("Stopped");
            stopped.countDown();
        }));
        LOG.info(
                "Solution Atlas {} serves {} at http://{}:{}/, {} ms after it was started",
                Build.version(),
                atlas.web().iris().base(),
                atlas.web().host(),
                service.port(),
                sinceProcessStart().toMillis());
        concern(atlas.web().iris().base(), service.port()).ifPresent(LOG::warn);
        if (withParent) {
            ProcessHandle.current()
                    .parent()
                    .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(ExitCodes.OK)));
        }
        // Not in the way of the first visitors.
        if (!stopped.await(VOCABULARIES_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
            service.publishVocabularies();
        }
        stopped.await();
        return ExitCodes.OK;
    }

    /** What is odd about a base IRI that names this machine; of one that does not, a proxy may lead here. */
    static Optional<String> concern(String base, int port) {
        URI iri = URI.create(base);
        int named = iri.getPort() < 0 ? HTTP : iri.getPort();
        return "http".equals(iri.getScheme()) && LOCAL.contains(String.valueOf(iri.getHost())) && named != port
                ? Optional.of("The links on all pages lead to " + base + ", which is not port " + port
                        + ". To try another port, set the base IRI too (atlas.base-iri), and another data directory.")
                : Optional.empty();
    }

    private static Duration sinceProcessStart() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }
}
