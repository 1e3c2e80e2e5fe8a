package eu.solutionatlas.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the operator wants done.
 *
 * @param command such as {@code accept}
 * @param arguments by name; some can be given several times
 */
public record Order(String command, Map<String, List<String>> arguments) {
    public Order {
        arguments = Map.copyOf(arguments);
    }

    /** All values of an argument, in their order. */
    public List<String> all(String name) {
        return arguments.getOrDefault(name, List.of());
    }

    /** The only or the first value of an argument. */
    public Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    /** Whether an argument is there, whatever its value. */
    public boolean has(String name) {
        return arguments.containsKey(name);
    }
}
