package eu.solutionatlas.dump.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as CSV (RFC 4180) in UTF-8 with a header. Cells are what the data says, to the letter: what a spreadsheet makes
 * of one that begins like a formula is for the spreadsheet file to prevent.
 */
final class CsvFile {
    private final Table table;
    private final CSVPrinter printer;
    private long rows;

    CsvFile(Table table, OutputStream out) throws IOException {
        this.table = table;
        this.printer = new CSVPrinter(
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)), CSVFormat.RFC4180);
        printer.printRecord(table.columns().stream().map(Column::name).toList());
    }

    Table table() {
        return table;
    }

    void add(Row row) {
        try {
            printer.printRecord(
                    table.columns().stream().map(column -> column.cell(row)).toList());
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long finish() {
        try {
            printer.flush();
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
