package eu.solutionatlas.sheet;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table of a spreadsheet file while it is written; what does not fit into one sheet goes on in a further one. */
public final class SheetTable {
    /** Rows of a sheet, its head included. */
    private static final int MAX_ROWS = Worksheet.MAX_ROWS;

    private static final int FLUSHED_ROWS = 500;
    /** A cell takes no more. */
    private static final int MAX_CELL = 32_767;

    private final Workbook book;
    private final String name;
    private final List<String> columns;
    private final Set<Integer> numbers;
    private Worksheet sheet;
    private int sheets = 1;
    private int row = 1;

    SheetTable(Workbook book, String name, List<String> columns, Set<Integer> numbers) {
        this.book = book;
        this.name = name;
        this.columns = List.copyOf(columns);
        this.numbers = Set.copyOf(numbers);
        this.sheet = begin();
    }

    private Worksheet begin() {
        Worksheet begun = book.newWorksheet(sheets == 1 ? name : name + " (" + sheets + ")");
        begun.freezePane(0, 1);
        for (int column = 0; column < columns.size(); column++) {
            begun.width(column, 24);
            begun.inlineString(0, column, columns.get(column));
        }
        return begun;
    }

    /** @param cells one for each column; empty ones are left out */
    public void add(List<String> cells) throws IOException {
        if (row == MAX_ROWS) {
            sheet.finish();
            sheets++;
            sheet = begin();
            row = 1;
        }
        for (int column = 0; column < cells.size(); column++) {
            add(column, cells.get(column));
        }
        row++;
        if (row % FLUSHED_ROWS == 0) {
            sheet.flush();
        }
    }

    private void add(int column, String cell) {
        if (cell.isEmpty()) {
            return;
        }
        if (numbers.contains(column) && cell.matches("\\d{1,9}")) {
            sheet.value(row, column, Integer.parseInt(cell));
        } else {
            sheet.inlineString(row, column, cell.length() > MAX_CELL ? cut(cell) : cell);
        }
    }

    private static String cut(String cell) {
        String end = " … (cut: the CSV file has all of it)";
        int at = cell.offsetByCodePoints(0, cell.codePointCount(0, MAX_CELL - end.length() - 1));
        return cell.substring(0, at) + end;
    }

    /** Ends the table. */
    public void finish() throws IOException {
        sheet.finish();
    }
}
