package eu.solutionatlas.sparql;

import eu.solutionatlas.web.Problem;
import eu.solutionatlas.web.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * A query as a short word, out of which the query can be read again: a digit for the form of the word, then the query as
 * raw DEFLATE (RFC 1951) with a dictionary, in base64url (RFC 4648, section 5) without padding.
 */
final class QueryLink {
    private static final char FORM = '1';
    /** Never to be changed, since links that people have kept are read with it; another dictionary is another form. */
    private static final byte[] DICTIONARY = QueryPages.read("link-1.txt").getBytes(StandardCharsets.UTF_8);

    private QueryLink() {}

    static String of(String query) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(query.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return FORM + Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    /**
     * Reads a query out of its word.
     *
     * @param maxLength of the query, in characters
     * @throws ProblemException 400 for what is no such word, 413 for a query that is too long
     */
    static String read(String word, int maxLength) {
        if (word.isEmpty() || word.charAt(0) != FORM) {
            throw malformed();
        }
        Inflater inflater = new Inflater(true);
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(word.substring(1));
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(bytes);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[1024];
            // UTF-8 has up to three bytes for each character as Java counts them.
            while (!inflater.finished() && out.size() <= 3L * maxLength) {
                int read = inflater.inflate(buffer);
                if (read == 0 && !inflater.finished()) {
                    throw malformed();
                }
                out.write(buffer, 0, read);
            }
            if (!inflater.finished()) {
                throw new ProblemException(SparqlProblems.tooLong(out.size(), maxLength));
            }
            if (inflater.getRemaining() > 0) {
                throw malformed();
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(out.toByteArray()))
                    .toString();
        } catch (IllegalArgumentException | DataFormatException | CharacterCodingException e) {
            throw malformed();
        } finally {
            inflater.end();
        }
    }

    private static ProblemException malformed() {
        return new ProblemException(Problem.badRequest(
                "malformed-link", "The link to a query is damaged: copy it again, from its first to its last letter."));
    }
}
