package eu.solutionatlas.sparql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/**
 * Results as JSON (SPARQL 1.1 Query Results JSON Format; triple terms and directions as SPARQL 1.2 has them), a line for
 * each row, with a link in the head where there is one. ARQ's own writer indents, and goes through texts character by
 * character in four layers: it cost more than most queries that it wrote the answers of.
 */
final class JsonAnswer {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private final JsonGenerator json;
    private final Map<Node, String> labels = new HashMap<>();

    private JsonAnswer(OutputStream out) throws IOException {
        // Not Jackson's own encoder: that takes half of a surrogate pair, which literals can hold, for an error.
        this.json = FACTORY.createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8))
                // An answer that breaks off must not be given an end that makes it look whole.
                .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** @param link from the head of the answer (section 3.1.2) */
    static void write(boolean answer, Optional<String> link, OutputStream out) {
        try {
            JsonAnswer writer = new JsonAnswer(out);
            writer.json.writeStartObject();
            writer.head(Optional.empty(), link);
            writer.json.writeBooleanField("boolean", answer);
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param link from the head of the answer (section 3.1.2) */
    static void write(RowSet rows, Optional<String> link, OutputStream out) {
        try {
            JsonAnswer writer = new JsonAnswer(out);
            writer.json.writeStartObject();
            writer.head(Optional.of(rows.getResultVars()), link);
            writer.json.writeObjectFieldStart("results");
            writer.json.writeArrayFieldStart("bindings");
            while (rows.hasNext()) {
                writer.row(rows.next(), rows.getResultVars());
            }
            writer.json.writeEndArray();
            writer.json.writeEndObject();
            writer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head(Optional<List<Var>> columns, Optional<String> link) throws IOException {
        json.writeObjectFieldStart("head");
        if (link.isPresent()) {
            json.writeArrayFieldStart("link");
            json.writeString(link.get());
            json.writeEndArray();
        }
        if (columns.isPresent()) {
            json.writeArrayFieldStart("vars");
            for (Var column : columns.get()) {
                json.writeString(column.getVarName());
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void row(Binding row, List<Var> columns) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        for (Var column : columns) {
            Node value = row.get(column);
            if (value != null) {
                json.writeFieldName(column.getVarName());
                term(value);
            }
        }
        json.writeEndObject();
    }

    private void term(Node term) throws IOException {
        json.writeStartObject();
        if (term.isURI()) {
            json.writeStringField("type", "uri");
            json.writeStringField("value", term.getURI());
        } else if (term.isLiteral()) {
            literal(term);
        } else if (term.isBlank()) {
            json.writeStringField("type", "bnode");
            json.writeStringField("value", labels.computeIfAbsent(term, node -> "b" + labels.size()));
        } else if (term.isTripleTerm()) {
            json.writeStringField("type", "triple");
            json.writeFieldName("value");
            triple(term.getTriple());
        } else {
            throw new IllegalStateException("not a term of RDF: " + term);
        }
        json.writeEndObject();
    }

    private void literal(Node literal) throws IOException {
        json.writeStringField("type", "literal");
        json.writeStringField("value", literal.getLiteralLexicalForm());
        if (!literal.getLiteralLanguage().isEmpty()) {
            json.writeStringField("xml:lang", literal.getLiteralLanguage());
            if (literal.getLiteralBaseDirection() != null) {
                json.writeStringField(
                        "its:dir", literal.getLiteralBaseDirection().direction());
            }
        } else if (!XSDDatatype.XSDstring.getURI().equals(literal.getLiteralDatatypeURI())) {
            json.writeStringField("datatype", literal.getLiteralDatatypeURI());
        }
    }

    private void triple(Triple triple) throws IOException {
        json.writeStartObject();
        json.writeFieldName("subject");
        term(triple.getSubject());
        json.writeFieldName("predicate");
        term(triple.getPredicate());
        json.writeFieldName("object");
        term(triple.getObject());
        json.writeEndObject();
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
