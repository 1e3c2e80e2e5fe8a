package eu.solutionatlas.dump;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.solutionatlas.rdf.OntologyFiles;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.lang.StreamRDFCounting;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;

/** Reads files of dumps to their end and counts what is in them, without keeping it. */
final class Contents {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Contents() {}

    /**
     * Reads.
     *
     * @return how many of the format's units there are; 0 where nothing is counted
     * @throws IOException when it is not what its format says; a parser may throw a RuntimeException as well
     */
    static long count(DumpFormat format, InputStream in) throws IOException {
        return switch (format) {
            case TURTLE -> statements(RDFParser.source(in).lang(Lang.TURTLE));
            case N_QUADS -> statements(RDFParser.source(in).lang(Lang.NQUADS));
            case JSON_LD -> jsonLd(in);
            case CSV -> csv(in);
            case TSV -> lines(in) - 1;
            case XLSX -> sheets(in);
            case ZIP -> archive(in);
            case CSVW, CONTEXT, JSON, MANIFEST -> json(in);
            case MARKDOWN, CITATION, BIBTEX, RIS, TEXT, CHECKSUMS -> text(in);
        };
    }

    private static long statements(RDFParserBuilder parser) {
        StreamRDFCounting counting = StreamRDFLib.count();
        parser.errorHandler(ErrorHandlerFactory.errorHandlerSimple()).parse(counting);
        return counting.count();
    }

    /** Node by node, each with our context, so that only one is in memory. */
    private static long jsonLd(InputStream in) throws IOException {
        JsonNode context = JSON.readTree(OntologyFiles.context()).get("@context");
        long triples = 0;
        try (JsonParser parser = JSON.getFactory().createParser(in)) {
            JsonToken token = parser.nextToken();
            while (token != null && !(token == JsonToken.START_ARRAY && "@graph".equals(parser.currentName()))) {
                token = parser.nextToken();
            }
            if (token == null) {
                throw new IOException("it has no @graph");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                ObjectNode one = JSON.createObjectNode();
                one.set("@context", context);
                one.putArray("@graph").add(JSON.<JsonNode>readTree(parser));
                triples += statements(RDFParser.fromString(one.toString(), Lang.JSONLD));
            }
            while (token != null) {
                token = parser.nextToken();
            }
        }
        return triples;
    }

    private static long csv(InputStream in) throws IOException {
        long rows = -1;
        int cells = -1;
        try (CSVParser parser = CSVFormat.RFC4180.parse(strict(in))) {
            for (CSVRecord row : parser) {
                if (cells >= 0 && row.size() != cells) {
                    throw new IOException("row " + row.getRecordNumber() + " has " + row.size()
                            + " cells, but the head has " + cells);
                }
                cells = row.size();
                rows++;
            }
        }
        if (rows < 0) {
            throw new IOException("it has no head");
        }
        return rows;
    }

    private static long lines(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(strict(in));
        long lines = 0;
        while (reader.readLine() != null) {
            lines++;
        }
        return lines;
    }

    /** Rows of all sheets but the first, which is about the others; the head of each is none. */
    private static long sheets(InputStream in) throws IOException {
        long rows = 0;
        ZipInputStream parts = new ZipInputStream(in);
        for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
            boolean sheet = part.getName().startsWith("xl/worksheets/sheet");
            if (sheet && !part.getName().equals("xl/worksheets/sheet1.xml")) {
                rows += rows(new Uncloseable(parts)) - 1;
            } else {
                parts.transferTo(OutputStream.nullOutputStream());
            }
        }
        return rows;
    }

    private static long rows(InputStream sheet) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(sheet);
            long rows = 0;
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("row")) {
                    rows++;
                }
            }
            return rows;
        } catch (XMLStreamException e) {
            throw new IOException("a sheet is broken: " + e.getMessage(), e);
        }
    }

    private static long archive(InputStream in) throws IOException {
        long files = 0;
        ZipInputStream entries = new ZipInputStream(in);
        while (entries.getNextEntry() != null) {
            entries.transferTo(OutputStream.nullOutputStream()); // compares each with its checksum in the archive
            files++;
        }
        return files;
    }

    private static long json(InputStream in) throws IOException {
        try (JsonParser parser = JSON.getFactory().createParser(in)) {
            if (parser.nextToken() == null) {
                throw new IOException("it is empty");
            }
            parser.skipChildren();
        }
        return 0;
    }

    private static long text(InputStream in) throws IOException {
        strict(in).transferTo(Writer.nullWriter());
        return 0;
    }

    /** A reader that does not put up with what is not UTF-8. */
    private static Reader strict(InputStream in) {
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Parsers close what they have read, and after a sheet there are others in the same archive. */
    private static final class Uncloseable extends FilterInputStream {
        Uncloseable(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
