package eu.solutionatlas.dump.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The tables as one file for spreadsheet programs (Office Open XML), made from the finished CSV files row by row. Every cell
 * is text by type, unless it is a number, so that none is taken for a formula, a date or a number in another notation.
 */
public final class Spreadsheet {
    private static final int FLUSHED_ROWS = 500;
    /** A spreadsheet has no more rows; what does not fit goes on in a further sheet. */
    static final int MAX_ROWS = Worksheet.MAX_ROWS;
    /** A cell takes no more. */
    private static final int MAX_CELL = 32_767;

    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");

    private Spreadsheet() {}

    /**
     * Writes the file.
     *
     * @param csv the directory that the tables lie in
     * @param about lines of the sheet that says what this is
     * @param at what the file says of when it was made; the library would say now
     * @param out is flushed and left open
     */
    public static void write(List<Table> tables, Path csv, List<String> about, LocalDateTime at, OutputStream out)
            throws IOException {
        Path raw = Files.createTempFile(csv, ".sheets", ".xlsx");
        try {
            try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(raw));
                    Workbook book = new Workbook(file, "Solution Atlas", "1.0")) {
                aboutSheet(book, about);
                for (Table table : tables) {
                    sheets(book, table, csv.resolve(table.fileName()));
                }
            }
            fixTimes(raw, at, out);
        } finally {
            Files.delete(raw);
        }
    }

    private static void aboutSheet(Workbook book, List<String> about) throws IOException {
        Worksheet sheet = book.newWorksheet("about");
        sheet.width(0, 120);
        for (int row = 0; row < about.size(); row++) {
            sheet.inlineString(row, 0, about.get(row));
        }
        sheet.finish();
    }

    private static void sheets(Workbook book, Table table, Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser rows = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            int number = 1;
            Worksheet sheet = begin(book, table, number);
            int row = 1;
            for (CSVRecord record : rows) {
                if (row == MAX_ROWS) {
                    sheet.finish();
                    number++;
                    sheet = begin(book, table, number);
                    row = 1;
                }
                cells(sheet, row, table, record);
                row++;
                if (row % FLUSHED_ROWS == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
    }

    private static Worksheet begin(Workbook book, Table table, int number) {
        Worksheet sheet = book.newWorksheet(number == 1 ? table.name() : table.name() + " (" + number + ")");
        sheet.freezePane(0, 1);
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.width(column, 24);
            sheet.inlineString(0, column, table.columns().get(column).name());
        }
        return sheet;
    }

    private static void cells(Worksheet sheet, int row, Table table, CSVRecord record) {
        for (int column = 0; column < table.columns().size(); column++) {
            String cell = record.get(column);
            Column.Type type = table.columns().get(column).type();
            if (cell.isEmpty()) {
                continue;
            }
            if ((type == Column.Type.YEAR || type == Column.Type.NUMBER) && cell.matches("\\d{1,9}")) {
                sheet.value(row, column, Integer.parseInt(cell));
            } else {
                sheet.inlineString(row, column, cell.length() > MAX_CELL ? cut(cell) : cell);
            }
        }
    }

    private static String cut(String cell) {
        String end = " … (cut: the CSV file has all of it)";
        int at = cell.offsetByCodePoints(0, cell.codePointCount(0, MAX_CELL - end.length() - 1));
        return cell.substring(0, at) + end;
    }

    /** The same parts, each of the same time. */
    private static void fixTimes(Path raw, LocalDateTime at, OutputStream out) throws IOException {
        try (ZipFile parts = new ZipFile(raw.toFile())) {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            Enumeration<? extends ZipEntry> entries = parts.entries();
            while (entries.hasMoreElements()) {
                ZipEntry part = entries.nextElement();
                ZipEntry copy = new ZipEntry(part.getName());
                copy.setTimeLocal(at);
                zip.putNextEntry(copy);
                try (InputStream in = parts.getInputStream(part)) {
                    if (part.getName().equals("docProps/core.xml")) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        zip.write(CREATED.matcher(text)
                                .replaceAll("$1" + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at) + "Z$2")
                                .getBytes(StandardCharsets.UTF_8));
                    } else {
                        in.transferTo(zip);
                    }
                }
                zip.closeEntry();
            }
            zip.finish();
            zip.flush();
        }
    }
}
