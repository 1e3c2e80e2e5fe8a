package eu.solutionatlas.command;

import eu.solutionatlas.HubOffice;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "announce-to",
        description =
                "Tells another hub that this one wants to take part. This hub must run, and be reachable from there"
                        + " under its base IRI.")
final class HubAnnounceCommand implements Callable<Integer> {
    private final SettingOptions settings;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "The base address of the other hub, like https://atlas.example.org/")
    private String url = "";

    HubAnnounceCommand(SettingOptions settings) {
        this.settings = settings;
    }

    @Override
    public Integer call() throws InterruptedException {
        return HubOrdering.print(HubOffice.announce(settings.read(Main.called(spec)), url), spec);
    }
}
