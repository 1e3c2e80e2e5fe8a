package eu.solutionatlas.dump.table;

import eu.solutionatlas.sheet.SheetTable;
import eu.solutionatlas.sheet.SpreadsheetFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The tables as one file for spreadsheet programs, made from the finished CSV files row by row. */
public final class Spreadsheet {
    private Spreadsheet() {}

    /**
     * Writes the file.
     *
     * @param csv the directory that the tables lie in
     * @param about lines of the sheet that says what this is
     * @param at what the file says of when it was made
     * @param out is flushed and left open
     */
    public static void write(List<Table> tables, Path csv, List<String> about, LocalDateTime at, OutputStream out)
            throws IOException {
        try (SpreadsheetFile file = new SpreadsheetFile(csv)) {
            file.text("about", about);
            for (Table table : tables) {
                add(table, csv.resolve(table.fileName()), file);
            }
            file.finish(at, out);
        }
    }

    private static void add(Table table, Path csv, SpreadsheetFile file) throws IOException {
        List<Column> columns = table.columns();
        Set<Integer> numbers = IntStream.range(0, columns.size())
                .filter(column -> isNumber(columns.get(column).type()))
                .boxed()
                .collect(Collectors.toSet());
        SheetTable sheet =
                file.table(table.name(), columns.stream().map(Column::name).toList(), numbers);
        try (Reader reader = Files.newBufferedReader(csv, StandardCharsets.UTF_8);
                CSVParser rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            for (CSVRecord row : rows) {
                sheet.add(row.toList());
            }
        }
        sheet.finish();
    }

    private static boolean isNumber(Column.Type type) {
        return type == Column.Type.YEAR || type == Column.Type.NUMBER;
    }
}
