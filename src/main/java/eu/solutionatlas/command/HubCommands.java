package eu.solutionatlas.command;

import eu.solutionatlas.control.Order;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands about a hub that is in the register. */
final class HubCommands {
    private HubCommands() {}

    /** What all of them have. */
    private abstract static class OneHub implements Callable<Integer> {
        private final HubOrdering ordering;
        private final String order;

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(paramLabel = "ID", description = "Short name of the hub, as 'hub list' shows it.")
        private String id = "";

        OneHub(HubOrdering ordering, String order) {
            this.ordering = ordering;
            this.order = order;
        }

        @Override
        public Integer call() throws IOException {
            return give(Map.of());
        }

        int give(Map<String, List<String>> more) throws IOException {
            Map<String, List<String>> arguments = new HashMap<>(more);
            arguments.put("id", List.of(id));
            return ordering.give(new Order(order, arguments), spec);
        }

        CommandLine line() {
            return Objects.requireNonNull(spec).commandLine();
        }
    }

    @Command(name = "list", description = "Shows all partner hubs: state, addresses, entries, and how copying goes.")
    static final class ListHubs implements Callable<Integer> {
        private final HubOrdering ordering;

        @Spec
        private @Nullable CommandSpec spec;

        ListHubs(HubOrdering ordering) {
            this.ordering = ordering;
        }

        @Override
        public Integer call() throws IOException {
            return ordering.give(new Order("list", Map.of()), spec);
        }
    }

    @Command(name = "accept", description = "Lets a hub take part that has announced itself.")
    static final class Accept extends OneHub {
        @Option(
                names = "--as",
                paramLabel = "ID",
                description = "Another short name than the one that was made of its address. Afterwards it stays.")
        private @Nullable String name;

        Accept(HubOrdering ordering) {
            super(ordering, "accept");
        }

        @Override
        public Integer call() throws IOException {
            return name == null ? super.call() : give(Map.of("as", List.of(name)));
        }
    }

    @Command(name = "pause", description = "Neither asks nor copies a hub for a while; the copy of its entries stays.")
    static final class Pause extends OneHub {
        Pause(HubOrdering ordering) {
            super(ordering, "pause");
        }
    }

    @Command(name = "resume", description = "Goes on with a hub that was paused.")
    static final class Resume extends OneHub {
        Resume(HubOrdering ordering) {
            super(ordering, "resume");
        }
    }

    @Command(name = "remove", description = "Takes a hub and the copy of its entries out.")
    static final class Remove extends OneHub {
        @Option(names = "--yes", description = "Needed, since its entries vanish from here.")
        private boolean yes;

        Remove(HubOrdering ordering) {
            super(ordering, "remove");
        }

        @Override
        public Integer call() throws IOException {
            if (!yes) {
                throw new CommandLine.ParameterException(
                        line(), "The copy of its entries goes with it. If you mean it, add --yes.");
            }
            return super.call();
        }
    }

    @Command(name = "harvest", description = "Copies a hub's entries now, waits for the end and shows what came of it.")
    static final class Harvest extends OneHub {
        @Option(
                names = "--accept-held",
                description = "Take also what would otherwise wait for you: an empty catalogue, or one without many"
                        + " of the entries that were there.")
        private boolean acceptHeld;

        Harvest(HubOrdering ordering) {
            super(ordering, "harvest");
        }

        @Override
        public Integer call() throws IOException {
            return give(acceptHeld ? Map.of("accept-held", List.of()) : Map.of());
        }
    }
}
