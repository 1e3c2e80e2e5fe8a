package eu.solutionatlas.dump;

import eu.solutionatlas.browse.EntryNames;
import eu.solutionatlas.dump.table.Csvw;
import eu.solutionatlas.dump.table.Spreadsheet;
import eu.solutionatlas.dump.table.Table;
import eu.solutionatlas.dump.table.TableWriter;
import eu.solutionatlas.dump.table.Words;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Scheme;
import eu.solutionatlas.store.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The tables of a set while they are written, and what is made of them when they are finished. */
final class TableFiles implements AutoCloseable {
    private final SetDirectory directory;
    private final SetFacts facts;
    private final TableWriter writer;
    private final Map<String, OutputFile> open = new LinkedHashMap<>();

    TableFiles(SetDirectory directory, SetFacts facts, Iris iris, Snapshot snapshot) throws IOException {
        this.directory = directory;
        this.facts = facts;
        try {
            this.writer = new TableWriter(iris, names(iris, snapshot), this::open);
        } catch (IOException | RuntimeException e) {
            close(); // who makes this has nothing to close yet
            throw e;
        }
    }

    private OutputStream open(Table table) throws IOException {
        OutputFile file = new OutputFile(directory.file(table.fileName()), false);
        open.put(table.name(), file);
        return file.stream();
    }

    /** Concepts and regions are few and kept at hand; entries are many and looked up. */
    private static Names names(Iris iris, Snapshot snapshot) {
        List<Names> schemes = Stream.of("theme", "region", "status", "actor-kind")
                .map(name -> NodeFactory.createURI(Iris.SHARED + name))
                .map(scheme -> (Names) Scheme.of(snapshot.graph(scheme), scheme))
                .toList();
        Names entries = new EntryNames(snapshot, iris);
        return thing -> schemes.stream()
                .map(scheme -> scheme.of(thing))
                .filter(labels -> !labels.isEmpty())
                .findFirst()
                .orElseGet(() -> thing.isURI() ? entries.of(thing) : Labels.NONE);
    }

    /** @param graph of a document of this hub itself */
    void add(Node document, Graph graph) {
        writer.add(document, graph);
    }

    /** Ends the tables, and writes the spreadsheet and the metadata. */
    List<DumpFile> finish(Words words) throws IOException {
        List<DumpFile> written = new ArrayList<>();
        Map<Table, Long> rows = writer.finish();
        List<Table> tables = List.copyOf(rows.keySet());
        for (Table table : tables) {
            OutputFile file = open.get(table.name());
            if (file == null) {
                throw new IllegalStateException("the table " + table.name() + " was never opened");
            }
            written.add(file.finish(DumpFormat.CSV, Optional.empty(), table.english(), rows.getOrDefault(table, 0L)));
        }
        byte[] metadata = Csvw.of(tables, facts.title(), facts.licence().iri(), words);
        written.add(directory.write(
                Csvw.FILE_NAME, DumpFormat.CSVW, "What the columns of the tables mean, for machines.", metadata));
        try (OutputFile sheets = new OutputFile(directory.file("catalogue.xlsx"), false)) {
            Spreadsheet.write(tables, directory.path(), SetTexts.about(facts), facts.time(), sheets.stream());
            long all = rows.values().stream().mapToLong(Long::longValue).sum();
            written.add(sheets.finish(
                    DumpFormat.XLSX, Optional.empty(), "The tables as sheets of one file, for spreadsheets.", all));
        }
        return written;
    }

    @Override
    public void close() throws IOException {
        for (OutputFile file : open.values()) {
            file.close();
        }
    }
}
