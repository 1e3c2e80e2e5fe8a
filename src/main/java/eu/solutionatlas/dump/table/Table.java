package eu.solutionatlas.dump.table;

import java.util.List;
import java.util.Optional;

/**
 * A table: one row for each thing of a kind, in the order of their keys.
 *
 * @param name of its file, without the ending, and of its sheet
 * @param english what a row is, in plain words
 * @param german the same in German
 * @param key the columns that tell rows apart
 * @param links columns whose values are keys of rows of other tables, or none
 */
public record Table(
        String name, String english, String german, List<String> key, List<Link> links, List<Column> columns) {
    /**
     * A foreign key.
     *
     * @param table whose key it is; that table has one key column
     */
    public record Link(String column, String table) {}

    public String fileName() {
        return name + ".csv";
    }

    public Optional<Column> column(String named) {
        return columns.stream().filter(column -> column.name().equals(named)).findFirst();
    }
}
