package eu.solutionatlas.sheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A file for spreadsheet programs (Office Open XML), written row by row. Every cell is text by type, unless it is a number, so
 * that none is taken for a formula, a date or a number in another notation. The same rows make the same bytes.
 */
public final class SpreadsheetFile implements AutoCloseable {
    private static final Pattern CREATED = Pattern.compile("(<dcterms:created[^>]*>)[^<]*(</dcterms:created>)");

    private final Path raw;
    private final OutputStream file;
    private final Workbook book;

    /**
     * Begins a file, which is put together in a temporary one.
     *
     * @param directory of the temporary file
     */
    public SpreadsheetFile(Path directory) throws IOException {
        this.raw = Files.createTempFile(directory, ".sheets", ".xlsx");
        try {
            this.file = new BufferedOutputStream(Files.newOutputStream(raw));
        } catch (IOException e) {
            Files.delete(raw);
            throw e;
        }
        this.book = new Workbook(file, "Solution Atlas", "1.0");
    }

    /** Adds a sheet of lines of text. */
    public void text(String name, List<String> lines) throws IOException {
        Worksheet sheet = book.newWorksheet(name);
        sheet.width(0, 120);
        for (int row = 0; row < lines.size(); row++) {
            sheet.inlineString(row, 0, lines.get(row));
        }
        sheet.finish();
    }

    /**
     * Begins a table, in a sheet of its own; to be finished before the next is begun.
     *
     * @param numbers the columns whose whole numbers are numbers
     */
    public SheetTable table(String name, List<String> columns, Set<Integer> numbers) {
        return new SheetTable(book, name, columns, numbers);
    }

    /**
     * Ends the file and writes it.
     *
     * @param at what it says of when it was made
     * @param out is flushed and left open
     */
    public void finish(LocalDateTime at, OutputStream out) throws IOException {
        book.close();
        file.close();
        try (ZipFile parts = new ZipFile(raw.toFile())) {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            Enumeration<? extends ZipEntry> entries = parts.entries();
            while (entries.hasMoreElements()) {
                copy(parts, entries.nextElement(), at, zip);
            }
            zip.finish();
            zip.flush();
        }
    }

    /** A part of the file, of the time that is given; the library says now. */
    private static void copy(ZipFile parts, ZipEntry part, LocalDateTime at, ZipOutputStream zip) throws IOException {
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

    /** Takes the temporary file away. */
    @Override
    public void close() throws IOException {
        try {
            file.close();
        } finally {
            Files.deleteIfExists(raw);
        }
    }
}
