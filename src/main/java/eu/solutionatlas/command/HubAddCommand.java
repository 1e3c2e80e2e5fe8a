package eu.solutionatlas.command;

import eu.solutionatlas.control.Order;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "add",
        description =
                "Finds out what kind of hub is at an address, and registers it. Options stand in for what it does"
                        + " not say of itself, or says wrongly. Of a hub that is known, what is said of it is brought up to date.")
final class HubAddCommand implements Callable<Integer> {
    private final HubOrdering ordering;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "URL",
            description = "Its base address, its description (VoID, DCAT), its SPARQL endpoint, or a file of entries.")
    private String url = "";

    @Option(names = "--id", paramLabel = "ID", description = "Short name; without, a part of the host's name.")
    private @Nullable String id;

    @Option(names = "--space", paramLabel = "IRI", description = "How the IRIs of its entries begin. Can be repeated.")
    private List<String> spaces = List.of();

    @Option(names = "--region", paramLabel = "NUTS", description = "A region it serves, as NUTS code. Can be repeated.")
    private List<String> regions = List.of();

    @Option(
            names = "--name",
            paramLabel = "TEXT@LANG",
            description = "Its name, such as 'Atlas Liberec@en'. Can be repeated.")
    private List<String> names = List.of();

    @Option(names = "--endpoint", paramLabel = "URL", description = "Where it answers SPARQL about its own entries.")
    private @Nullable String endpoint;

    @Option(names = "--dump", paramLabel = "URL", description = "All its entries as one file.")
    private @Nullable String dump;

    @Option(names = "--contact-role", paramLabel = "TEXT", description = "Whom to write to, such as 'data steward'.")
    private @Nullable String contactRole;

    @Option(names = "--contact-email", paramLabel = "ADDRESS", description = "Where to write to.")
    private @Nullable String contactEmail;

    @Option(names = "--paused", description = "Do not ask or copy it yet.")
    private boolean paused;

    HubAddCommand(HubOrdering ordering) {
        this.ordering = ordering;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, List<String>> arguments = new LinkedHashMap<>();
        arguments.put("url", List.of(url));
        arguments.put("space", spaces);
        arguments.put("region", regions);
        arguments.put("name", names);
        put(arguments, "id", id);
        put(arguments, "endpoint", endpoint);
        put(arguments, "dump", dump);
        put(arguments, "contact-role", contactRole);
        put(arguments, "contact-email", contactEmail);
        if (paused) {
            arguments.put("paused", List.of());
        }
        return ordering.give(new Order("add", arguments), spec);
    }

    private static void put(Map<String, List<String>> arguments, String name, @Nullable String value) {
        if (value != null) {
            arguments.put(name, List.of(value));
        }
    }
}
