package eu.solutionatlas.joining;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What became of an announcement, as its announcer reads it. */
final class VerdictJson {
    private VerdictJson() {}

    /** One word for programs. */
    static String state(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Waiting waiting -> "waiting";
            case Verdict.Noted noted -> "noted";
            case Verdict.Known known -> "known";
            case Verdict.Unfinished unfinished -> "unfinished";
            case Verdict.Refused refused -> "refused";
            case Verdict.NoHub nothing -> "no-hub";
            case Verdict.Lost lost -> "lost";
        };
    }

    static String write(Announcements.Ticket ticket) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("url", ticket.address().toString());
        json.put("state", state(ticket.verdict()));
        json.put("words", words(ticket.verdict()));
        details(ticket.verdict()).forEach(json.putArray("details")::add);
        return json.toPrettyString() + "\n";
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Waiting waiting -> "The address will be read soon; ask again.";
            case Verdict.Noted noted ->
                "It is noted as " + noted.id() + ". The operator of this hub looks at it and decides.";
            case Verdict.Known known ->
                "It is known here as " + known.id() + " already; an announcement changes nothing of it.";
            case Verdict.Unfinished unfinished ->
                "It is a hub, but cannot be noted by itself. Say these things at its address and announce it"
                        + " again, or ask the operator of this hub.";
            case Verdict.Refused refused -> "It cannot take part as it is: " + refused.reason() + ".";
            case Verdict.NoHub nothing -> "No hub was found at this address.";
            case Verdict.Lost lost -> "It could not be looked at, for reasons of this hub; announce it again later.";
        };
    }

    private static List<String> details(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Unfinished unfinished -> unfinished.missing();
            case Verdict.NoHub nothing -> nothing.tried();
            default -> List.of();
        };
    }
}
