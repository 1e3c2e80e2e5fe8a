package eu.solutionatlas.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who answered a query and who did not.
 *
 * @param how the hubs were asked
 * @param answers of each hub to each part
 */
record AnswerReport(String id, How how, List<HubAnswer> answers) {
    /** Ways to answer. */
    enum How {
        /** As the query says, with SERVICE. */
        AS_WRITTEN,
        /** Asked of every hub; the answer is that of one catalogue of all. */
        DISTRIBUTED,
        /** From this hub's own entries and the copies that it has, together; which row is of which is not known. */
        COPIES,
        /** From this hub's own entries, which are all there are, since it has no partners. */
        OWN;

        /** Whether each hub's part is known by itself. */
        boolean isByHub() {
            return this != COPIES && this != OWN;
        }
    }

    /** What an answer is worth. */
    enum Status {
        /** Every hub that was meant has answered, with what it has now. */
        COMPLETE,
        /** Of some hubs, or of all, as of their copies. */
        STALE,
        /** Something may be missing. */
        PARTIAL
    }

    AnswerReport {
        answers = List.copyOf(answers);
    }

    Status status() {
        if (answers.stream().anyMatch(answer -> answer.isMissing() || answer.lacksEntries())) {
            return Status.PARTIAL;
        }
        return answers.stream().anyMatch(HubAnswer::restsOnCopy) ? Status.STALE : Status.COMPLETE;
    }

    List<String> hubs(Predicate<HubAnswer> which) {
        return answers.stream()
                .filter(which)
                .map(HubAnswer::hub)
                .distinct()
                .sorted()
                .toList();
    }

    /** The value of the header {@code Federation-Status}. */
    String header() {
        List<String> parts = new ArrayList<>();
        parts.add(status().name().toLowerCase(Locale.ROOT));
        parts.add("source=" + how.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        List<String> missing = hubs(HubAnswer::isMissing);
        List<String> copied = hubs(HubAnswer::isFromCopy);
        int live = (int) hubs(answer -> answer.state() == HubAnswer.State.ANSWERED).stream()
                .filter(hub -> !missing.contains(hub) && !copied.contains(hub))
                .count();
        parts.add("answered=" + live);
        named("missing", missing).ifPresent(parts::add);
        named("copies", copied).ifPresent(parts::add);
        named("entries-lacking", hubs(HubAnswer::lacksEntries)).ifPresent(parts::add);
        named("nothing-there", hubs(answer -> answer.state() == HubAnswer.State.NOTHING_THERE))
                .ifPresent(parts::add);
        return String.join("; ", parts);
    }

    private static Optional<String> named(String name, List<String> hubs) {
        return hubs.isEmpty() ? Optional.empty() : Optional.of(name + "=\"" + String.join(" ", hubs) + "\"");
    }
}
