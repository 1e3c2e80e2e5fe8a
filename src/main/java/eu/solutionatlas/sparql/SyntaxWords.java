package eu.solutionatlas.sparql;

import eu.solutionatlas.rdf.Prefixes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The messages of ARQ's parser in words that say what mostly lies behind them. */
final class SyntaxWords {
    private static final Pattern END = Pattern.compile("^Encountered \"<EOF>\".*", Pattern.DOTALL);
    private static final Pattern OPEN_STRING =
            Pattern.compile("^Lexical error.*<EOF> after prefix \"(.*)\".*", Pattern.DOTALL);
    private static final Pattern NO_WORD = Pattern.compile("^Lexical error.*after prefix \"(.*)\".*", Pattern.DOTALL);
    /** The offending token stands in quotation marks of its own, behind its name or, for a keyword, itself. */
    private static final Pattern UNEXPECTED =
            Pattern.compile("^Encountered \" (?:<\\w+>|\"[^\"]*\") \"(.*?) ?\"\".*$", Pattern.DOTALL);

    private static final Pattern UPDATE = Pattern.compile(
            "^(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNDECLARED = Pattern.compile("^Unresolved prefixed name: ([^:]*):(.*)$");

    private static final Pattern HUGE = Pattern.compile("^Number '([0-9]{1,40})[0-9]*' is a valid number but .*$");

    private SyntaxWords() {}

    /** The prefix that a message complains of as not declared. */
    static Optional<String> undeclared(String message) {
        Matcher undeclared = UNDECLARED.matcher(message);
        return undeclared.matches() ? Optional.of(undeclared.group(1)) : Optional.empty();
    }

    /** @param message the first line of what the parser says, without the place */
    static String of(String message) {
        if (END.matcher(message).matches()) {
            return "The query ends too early: mostly a } or a ) is missing.";
        }
        Matcher string = OPEN_STRING.matcher(message);
        if (string.matches()) {
            return "A text does not end: its closing quotation mark is missing.";
        }
        Matcher word = NO_WORD.matcher(message);
        if (word.matches()) {
            return "\"" + word.group(1) + "\" is nothing that can stand here: mostly a word is misspelt.";
        }
        Matcher huge = HUGE.matcher(message);
        if (huge.matches()) {
            return "The number " + huge.group(1) + " is too large here.";
        }
        Matcher undeclared = UNDECLARED.matcher(message);
        if (undeclared.matches()) {
            String prefix = undeclared.group(1);
            String iri = Prefixes.ALL.get(prefix);
            return "The prefix of " + prefix + ":" + undeclared.group(2) + " is not declared"
                    + (iri == null ? "." : ": begin the query with PREFIX " + prefix + ": <" + iri + ">");
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.matches()) {
            String token = unexpected.group(1);
            return "Unexpected \"" + token + "\"."
                    + (UPDATE.matcher(token).matches()
                            ? " This endpoint is for reading, by SELECT, ASK, CONSTRUCT and DESCRIBE."
                            : "");
        }
        return message;
    }
}
