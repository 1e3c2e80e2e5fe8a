package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.demo.DemoNetwork;
import eu.solutionatlas.demo.Readiness;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts a network of hubs to try. */
@Command(
        name = "demo",
        description = "Starts four hubs on this machine that know each other: Saxony, Brandenburg and Bohemia with this"
                + " program, Lower Silesia as a stand-alone Fuseki, on the port of the settings and the three after it. Ends them on"
                + " Ctrl-C.")
final class DemoCommand implements Callable<Integer> {
    private static final int HUBS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SettingOptions settings;

    @Spec
    private @Nullable CommandSpec spec;

    DemoCommand(SettingOptions settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        AtlasSettings atlas = settings.read(Main.called(spec));
        PrintWriter out = Main.out(spec);
        List<Integer> ports = IntStream.range(atlas.web().port(), atlas.web().port() + HUBS)
                .boxed()
                .toList();
        Path home = atlas.dataDirectory().resolve("demo").toAbsolutePath();
        Files.createDirectories(home);
        CountDownLatch stop = new CountDownLatch(1);
        try (DemoNetwork network = DemoNetwork.start(atlas.seedDirectory(), home, ports, Map.of())) {
            Thread ending = Thread.ofPlatform().name("end-demo").unstarted(() -> {
                network.close();
                stop.countDown();
            });
            Runtime.getRuntime().addShutdownHook(ending);
            out.println(
                    "Starting four hubs; they copy each other's entries. On a small machine that takes a minute or two.");
            out.flush();
            new Readiness(network, PATIENCE).await();
            DemoWords.print(network, out);
            stop.await();
        }
        return ExitCodes.OK;
    }
}
