package eu.solutionatlas.control;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What became of an order.
 *
 * @param code what the command ends with: 0 done, 1 the data is not valid, 2 the order cannot be understood, 3 it cannot
 *     be done here and now
 * @param lines for the operator's terminal; without control characters, since names come from other hubs
 */
public record Answer(int code, List<String> lines) {
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");

    public Answer {
        lines = lines.stream()
                .map(line -> UNPRINTABLE.matcher(line).replaceAll(" "))
                .toList();
    }

    public static Answer done(List<String> lines) {
        return new Answer(0, lines);
    }

    public static Answer done(String... lines) {
        return done(List.of(lines));
    }

    public static Answer invalid(List<String> lines) {
        return new Answer(1, lines);
    }

    public static Answer misunderstood(String... lines) {
        return new Answer(2, List.of(lines));
    }

    public static Answer cannot(List<String> lines) {
        return new Answer(3, lines);
    }

    public static Answer cannot(String... lines) {
        return cannot(List.of(lines));
    }
}
