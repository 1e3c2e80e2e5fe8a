package eu.solutionatlas.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "hub",
        description = "Manages partner hubs: adds and accepts them, and copies their entries. Works while the hub runs,"
                + " and also when it does not.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n")
final class HubCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    /** With all it can do. */
    static CommandLine with(SettingOptions settings) {
        HubOrdering ordering = new HubOrdering(settings);
        return new CommandLine(new HubCommand())
                .addSubcommand(new HubCommands.ListHubs(ordering))
                .addSubcommand(new HubAddCommand(ordering))
                .addSubcommand(new HubCommands.Accept(ordering))
                .addSubcommand(new HubCommands.Pause(ordering))
                .addSubcommand(new HubCommands.Resume(ordering))
                .addSubcommand(new HubCommands.Remove(ordering))
                .addSubcommand(new HubCommands.Harvest(ordering))
                .addSubcommand(new HubAnnounceCommand(settings));
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Which command? 'solution-atlas hub --help' lists them.");
    }
}
