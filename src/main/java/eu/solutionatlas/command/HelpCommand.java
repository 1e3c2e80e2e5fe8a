package eu.solutionatlas.command;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help hub add}: picocli's own knows one word only. */
@Command(name = "help", description = "Says what the program or a command can do.")
final class HelpCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "A command, such as 'serve' or 'hub add'.")
    private List<String> words = List.of();

    @Override
    public void run() {
        CommandLine own = Objects.requireNonNull(spec).commandLine();
        CommandLine line = Objects.requireNonNull(own.getParent());
        for (String word : words) {
            CommandLine above = line;
            line = Optional.ofNullable(above.getSubcommands().get(word))
                    .orElseThrow(() -> new CommandLine.ParameterException(
                            own,
                            "There is no command '" + String.join(" ", words) + "'; '"
                                    + above.getCommandSpec().qualifiedName() + "' knows "
                                    + String.join(", ", above.getSubcommands().keySet()) + "."));
        }
        line.usage(own.getOut());
    }
}
