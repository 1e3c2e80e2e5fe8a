package eu.solutionatlas.command;

import eu.solutionatlas.AtlasSettings;
import eu.solutionatlas.web.WebSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program. */
@Command(
        name = "solution-atlas",
        description = "A linked-open-data catalogue of regional digital solutions.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        scope = ScopeType.LOCAL,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  solution-atlas serve                        serve the catalogue on port 8080",
            "  solution-atlas serve --port 80 --host 0.0.0.0 --base-iri https://atlas.example.org/",
            "  solution-atlas validate my-region/          check files before sending them",
            "  solution-atlas load my-region/              put them into the catalogue",
            "  solution-atlas dump backup/                 write the whole catalogue to files",
            "  solution-atlas verify-dump backup/2026-11-28-v17/    check files that were written or downloaded",
            "  solution-atlas hub add https://atlas.example.org/    make another hub a partner",
            "  solution-atlas demo                         try a network of four hubs on this machine",
            "  bin/solution-atlas archive                  make later starts faster (launcher of the distribution)",
            "",
            "Settings: each may stand in a properties file (atlas.port=8080), in the environment (ATLAS_PORT=8080) or on",
            "the command line (--port 8080); the later of these wins. 'solution-atlas help serve' lists them all.",
            "",
            "Exit codes: 0 done; 1 the data is not valid, nothing changed; 2 the command line or a setting cannot be",
            "understood; 3 it cannot be done here and now: data directory locked, disk full, port in use."
        })
public final class Main implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where an error arose.")
    private boolean debug;

    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv(), Path.of("")).execute(arguments));
    }

    /** The whole command line, ready to be executed. */
    static CommandLine commandLine(Map<String, String> environment, Path workingDirectory) {
        Main main = new Main();
        SettingOptions settings = new SettingOptions(environment, workingDirectory);
        CommandLine line = new CommandLine(main)
                .addSubcommand(new ServeCommand(settings))
                .addSubcommand(new LoadCommand(settings))
                .addSubcommand(new ValidateCommand(settings))
                .addSubcommand(new DumpCommand(settings))
                .addSubcommand(new VerifyDumpCommand())
                .addSubcommand(new CheckCommand(settings))
                .addSubcommand(HubCommand.with(settings))
                .addSubcommand(new DemoCommand(settings))
                .addSubcommand(new RehearseCommand(settings))
                .addSubcommand(new VersionCommand())
                .addSubcommand(new HelpCommand());
        settings.addTo(specOf(line, "serve"), AtlasSettings.ALL);
        settings.addTo(specOf(line, "load"), List.of(AtlasSettings.DATA_DIRECTORY, WebSettings.BASE_IRI));
        settings.addTo(specOf(line, "validate"), List.of(WebSettings.BASE_IRI));
        settings.addTo(
                specOf(line, "demo"),
                List.of(WebSettings.PORT, AtlasSettings.DATA_DIRECTORY, AtlasSettings.SEED_DIRECTORY));
        settings.addTo(specOf(line, "dump"), List.of(AtlasSettings.DATA_DIRECTORY, WebSettings.BASE_IRI));
        settings.addTo(specOf(line, "check"), List.of(AtlasSettings.DATA_DIRECTORY, WebSettings.BASE_IRI));
        for (CommandLine hub : hubCommands(line)) {
            settings.addTo(hub.getCommandSpec(), List.of(AtlasSettings.DATA_DIRECTORY, WebSettings.BASE_IRI));
            hub.getCommandSpec().mixinStandardHelpOptions(true);
        }
        Complaints complaints = new Complaints(() -> main.debug);
        line.setParameterExceptionHandler(complaints::usage);
        line.setExecutionExceptionHandler(complaints::failure);
        line.getSubcommands().values().forEach(sub -> sub.getCommandSpec().mixinStandardHelpOptions(true));
        line.setUsageHelpWidth(110);
        return line;
    }

    /** Without a command: the help, as the mistake that it is. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Which command? 'solution-atlas --help' lists them.");
    }

    static PrintWriter out(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    static PrintWriter err(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    static ParseResult called(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getParseResult();
    }

    private static Collection<CommandLine> hubCommands(CommandLine line) {
        return Objects.requireNonNull(line.getSubcommands().get("hub"))
                .getSubcommands()
                .values();
    }

    private static CommandSpec specOf(CommandLine line, String command) {
        return Objects.requireNonNull(line.getSubcommands().get(command)).getCommandSpec();
    }

    /** For {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Solution Atlas " + Build.version()};
        }
    }
}
