package eu.solutionatlas.store;

import eu.solutionatlas.rdf.DataVersion;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.text.RDFChangesWriterText;

/** One entry being written, as RDF Patch text: headers, then one transaction of added and deleted quads. */
abstract class JournalEntry implements AutoCloseable {
    static final String VERSION = "version";
    static final String AT = "at";
    static final String AUTHOR = "author";
    static final String NOTE = "note";

    private static final int BUFFER = 1 << 17;

    private final RDFChangesWriterText patch;

    JournalEntry(OutputStream out, DataVersion version, String author, String note) {
        this.patch = RDFPatchOps.textWriter(new BufferedOutputStream(out, BUFFER));
        patch.header(VERSION, NodeFactory.createLiteralDT(Long.toString(version.number()), XSDDatatype.XSDlong));
        patch.header(AT, NodeFactory.createLiteralDT(version.at().toString(), XSDDatatype.XSDdateTime));
        patch.header(AUTHOR, NodeFactory.createLiteralString(author));
        patch.header(NOTE, NodeFactory.createLiteralString(note));
        patch.txnBegin();
    }

    final void add(Node document, Triple triple) {
        patch.add(document, triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    final void delete(Node document, Triple triple) {
        patch.delete(document, triple.getSubject(), triple.getPredicate(), triple.getObject());
    }

    /** Writes the end of the patch through to the stream. */
    final void finish() {
        patch.txnCommit();
        patch.finish();
    }

    /** Makes the entry durable. From here on it counts, whatever happens to this process. */
    abstract void seal();

    /** Drops the entry if it was not sealed. */
    @Override
    public abstract void close();
}
