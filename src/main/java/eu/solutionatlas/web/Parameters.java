package eu.solutionatlas.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a query string or form, decoded strictly: a percent sign without two hexadecimal digits, or bytes that
 * are no UTF-8, are refused and not guessed at.
 *
 * @param values name to values, in the order given
 */
public record Parameters(Map<String, List<String>> values) {
    public static final Parameters NONE = new Parameters(Map.of());
    private static final int MAX_PARAMETERS = 1_000;

    /** @throws ProblemException 400 for what cannot be decoded */
    public static Parameters parse(@Nullable String encoded) {
        if (encoded == null || encoded.isEmpty()) {
            return NONE;
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        int count = 0;
        for (int from = 0; from <= encoded.length(); ) {
            int end = encoded.indexOf('&', from);
            int to = end < 0 ? encoded.length() : end;
            if (to > from) {
                if (++count > MAX_PARAMETERS) {
                    throw bad("There are more than " + MAX_PARAMETERS + " parameters.");
                }
                int equals = encoded.indexOf('=', from);
                boolean hasValue = equals >= 0 && equals < to;
                String name = decode(encoded, from, hasValue ? equals : to, "a parameter's name");
                String value = hasValue ? decode(encoded, equals + 1, to, "the parameter " + name) : "";
                values.computeIfAbsent(name, unused -> new ArrayList<>(1)).add(value);
            }
            from = to + 1;
        }
        return new Parameters(Collections.unmodifiableMap(values));
    }

    /** Bytes as UTF-8. */
    public static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw bad("The bytes of " + what + " are not UTF-8.");
        }
    }

    private static String decode(String encoded, int from, int to, String what) {
        boolean plain = true;
        for (int i = from; i < to && plain; i++) {
            char c = encoded.charAt(i);
            plain = c != '%' && c != '+' && c < 0x80;
        }
        if (plain) {
            return encoded.substring(from, to);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
        for (int i = from; i < to; i++) {
            char c = encoded.charAt(i);
            if (c == '+') {
                bytes.write(' ');
            } else if (c == '%') {
                int high = digit(encoded, i + 1, to);
                int low = digit(encoded, i + 2, to);
                if (high < 0 || low < 0) {
                    throw bad("The percent-encoding of " + what + " is broken at character " + (i - from + 1) + ".");
                }
                bytes.write(high << 4 | low);
                i += 2;
            } else if (c < 0x80) {
                bytes.write(c);
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return utf8(bytes.toByteArray(), what);
    }

    private static int digit(String text, int index, int end) {
        return index < end ? Character.digit(text.charAt(index), 16) : -1;
    }

    private static ProblemException bad(String detail) {
        return new ProblemException(Problem.badRequest("malformed-parameter", detail));
    }

    /** These parameters and those of the other. */
    public Parameters and(Parameters other) {
        if (other.values.isEmpty()) {
            return this;
        }
        Map<String, List<String>> all = new LinkedHashMap<>(values);
        other.values.forEach((name, more) -> all.merge(name, more, (left, right) -> {
            List<String> both = new ArrayList<>(left);
            both.addAll(right);
            return both;
        }));
        return new Parameters(Collections.unmodifiableMap(all));
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * The value of a parameter that may be given once.
     *
     * @throws ProblemException 400 when it is given several times
     */
    public Optional<String> one(String name) {
        List<String> given = all(name);
        if (given.size() > 1) {
            throw bad("The parameter " + name + " is given " + given.size() + " times; once is enough.");
        }
        return given.stream().findFirst();
    }
}
