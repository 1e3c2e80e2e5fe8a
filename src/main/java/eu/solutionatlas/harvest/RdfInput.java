package eu.solutionatlas.harvest;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import eu.solutionatlas.load.StrictUtf8;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.jena.atlas.RuntimeIOException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;

/**
 * Reads RDF that others have written: strictly, up to a size, and without fetching anything that it names. A JSON-LD
 * context elsewhere would be a way to make this hub ask any address.
 */
final class RdfInput {
    /** The formats that partners' files may have, the ones best for large files first. */
    static final List<Lang> LANGUAGES =
            List.of(Lang.NQUADS, Lang.NTRIPLES, Lang.TURTLE, Lang.TRIG, Lang.RDFXML, Lang.JSONLD);

    /** What to send as Accept for any of them. */
    static final String ACCEPT = "application/n-quads, application/n-triples, text/turtle, application/trig;q=0.9,"
            + " application/rdf+xml;q=0.8, application/ld+json;q=0.7";

    /** JSON-LD is whole in memory, several times over, before the first statement comes out. */
    private static final long MOST_JSON = 8L << 20;

    /** XML is read as it comes, but nothing bounds one text in it. */
    private static final long MOST_XML = 64L << 20;

    private static final int LONGEST_MESSAGE = 500;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private RdfInput() {}

    /**
     * The format of something, by its media type or else by the end of its address.
     *
     * @param mediaType without parameters; text/plain and the like say nothing
     * @param path of the address, a suffix {@code .gz} not counting
     */
    static Optional<Lang> language(String mediaType, String path) {
        Lang byType = RDFLanguages.contentTypeToLang(mediaType);
        if (byType != null && LANGUAGES.contains(byType)) {
            return Optional.of(byType);
        }
        if (mediaType.equals("text/html") || mediaType.equals("application/xhtml+xml")) {
            return Optional.empty();
        }
        String plain = path.endsWith(".gz") ? path.substring(0, path.length() - 3) : path;
        Lang byName = RDFLanguages.filenameToLang(plain);
        return Optional.ofNullable(byName).filter(LANGUAGES::contains);
    }

    /**
     * Reads a file, compressed or not.
     *
     * @param maxBytes decompressed
     * @throws BrokenInputException when it is not what it should be
     * @throws IOException when this machine cannot read it
     */
    static void read(Path file, Lang lang, String base, long maxBytes, StreamRDF out)
            throws BrokenInputException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            parsePacked(in, lang, base, maxBytes, out);
        }
    }

    /** Reads a stream to its end, compressed or not. */
    static void parsePacked(InputStream in, Lang lang, String base, long maxBytes, StreamRDF out)
            throws BrokenInputException, IOException {
        InputStream raw = new BufferedInputStream(in, 1 << 16);
        raw.mark(2);
        boolean zipped = raw.read() == GZIP_FIRST && raw.read() == GZIP_SECOND;
        raw.reset();
        try {
            InputStream plain = zipped ? new GZIPInputStream(raw, 1 << 16) : raw;
            parse(
                    new Limited(plain, maxBytes, "it is larger than what is taken (atlas.harvest.max-megabytes)"),
                    lang,
                    base,
                    out);
        } catch (TooLargeException e) {
            throw new BrokenInputException(String.valueOf(e.getMessage()));
        } catch (ZipException | EOFException e) {
            throw new BrokenInputException("the compressed data is not whole: " + e.getMessage());
        }
    }

    /** Reads a stream to its end. */
    static void parse(InputStream in, Lang lang, String base, StreamRDF out) throws BrokenInputException, IOException {
        long most = lang.equals(Lang.JSONLD) ? MOST_JSON : lang.equals(Lang.RDFXML) ? MOST_XML : Long.MAX_VALUE;
        Limited limited = new Limited(in, most, tooLarge(lang, most));
        RDFParserBuilder builder = RDFParser.create().lang(lang).base(base).errorHandler(new Strict());
        if (lang.equals(Lang.JSONLD)) {
            builder.source(limited).set(LangJSONLD11.JSONLD_OPTIONS, withoutRemoteContexts());
        } else if (lang.equals(Lang.RDFXML)) {
            builder.source(limited); // names its encoding itself
        } else {
            builder.source(new TermBound(new StrictUtf8(limited)));
        }
        try {
            builder.parse(out);
        } catch (RiotException e) {
            // Some parsers do not say that it was the reading that failed.
            String words = limited.isExceeded() ? limited.words : String.valueOf(e.getMessage());
            throw new BrokenInputException(brief(words));
        } catch (StackOverflowError e) {
            throw new BrokenInputException("it is nested too deeply");
        } catch (StrictUtf8.NotUtf8 e) {
            throw new BrokenInputException("the text is not UTF-8");
        } catch (RuntimeIOException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private static String tooLarge(Lang lang, long bytes) {
        return lang.getName() + " is taken up to " + (bytes >> 20) + " MiB: offer N-Quads with a graph for each entry";
    }

    /** Parsers quote what they stumble over, however long it is. */
    private static String brief(String message) {
        return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
    }

    private static JsonLdOptions withoutRemoteContexts() {
        JsonLdOptions options = new JsonLdOptions();
        options.setDocumentLoader((url, unused) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED,
                    "the context " + url + " is not fetched: put the context into the file");
        });
        return options;
    }

    /** Ends at the first thing that is wrong, and says where. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            // doubtful terms are for the checks of each entry
        }

        @Override
        public void error(String message, long line, long column) {
            throw new RiotException(line > 0 ? "line " + line + ": " + message : message);
        }

        @Override
        public void fatal(String message, long line, long column) {
            error(message, line, column);
        }
    }

    /** There is more than is taken. */
    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        TooLargeException(String words) {
            super(words);
        }
    }

    /** Ends what decompresses to more than was bargained for. */
    private static final class Limited extends FilterInputStream {
        private final String words;
        private long left;

        Limited(InputStream in, long maxBytes, String words) {
            super(in);
            this.words = words;
            this.left = maxBytes;
        }

        boolean isExceeded() {
            return left < 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(buffer, offset, length);
            } catch (EOFException e) {
                // Parsers would take it for the end of the input.
                throw new ZipException("the compressed data ends too early");
            }
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLargeException(words);
            }
            return read;
        }
    }
}
