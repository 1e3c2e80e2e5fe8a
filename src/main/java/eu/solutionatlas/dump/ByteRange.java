package eu.solutionatlas.dump;

import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that a client asks for (RFC 9110 section 14).
 *
 * @param first position of the first byte, from 0
 * @param last position of the last byte
 */
record ByteRange(long first, long last) {
    private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9-]+=.*");
    private static final Pattern ONE = Pattern.compile("(\\d*)-(\\d*)");

    long length() {
        return last - first + 1;
    }

    /**
     * Reads a Range header.
     *
     * @param size of the whole file, in bytes
     * @return empty when the whole file is to be sent: for another unit, and for several ranges at once, which a server
     *     may decline (section 14.2)
     * @throws ProblemException 400 when the header cannot be read, 416 when the file has no such bytes
     */
    static Optional<ByteRange> parse(String header, long size) {
        String text = header.strip();
        if (!UNIT.matcher(text).matches()) {
            throw malformed(header);
        }
        if (!text.toLowerCase(java.util.Locale.ROOT).startsWith("bytes=")) {
            return Optional.empty();
        }
        String ranges = text.substring("bytes=".length()).strip();
        if (ranges.contains(",")) {
            return Optional.empty();
        }
        Matcher one = ONE.matcher(ranges);
        if (!one.matches() || ranges.equals("-")) {
            throw malformed(header);
        }
        return Optional.of(resolve(one.group(1), one.group(2), header, size));
    }

    private static ByteRange resolve(String from, String to, String header, long size) {
        if (from.isEmpty()) {
            long length = Math.min(number(to), size);
            if (length == 0) {
                throw unsatisfiable(size);
            }
            return new ByteRange(size - length, size - 1);
        }
        long first = number(from);
        long last = to.isEmpty() ? size - 1 : Math.min(number(to), size - 1);
        if (!to.isEmpty() && number(to) < first) {
            throw malformed(header);
        }
        if (first >= size) {
            throw unsatisfiable(size);
        }
        return new ByteRange(first, last);
    }

    /** Past the end of any file is past the end of this one, however far. */
    private static long number(String digits) {
        return digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    private static ProblemException malformed(String header) {
        return new ProblemException(Problem.badRequest(
                "malformed-range",
                "The Range header cannot be read. It looks like this: bytes=0-999 (here: " + header + ")."));
    }

    private static ProblemException unsatisfiable(long size) {
        return new ProblemException(
                Problem.of(416, "range-not-satisfiable", "There are no such bytes", "The file has " + size + " bytes.")
                        .withHeader("Content-Range", "bytes */" + size));
    }
}
