package eu.solutionatlas.dump.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpreadsheetTest {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 28, 2, 0);
    private static final Table TABLE = new Table(
            "things",
            "",
            "",
            List.of("name"),
            List.of(),
            List.of(column("name", Column.Type.TEXT), column("year", Column.Type.YEAR)));

    @TempDir
    private Path directory;

    private static Column column(String name, Column.Type type) {
        return new Column(name, type, Optional.empty(), Optional.empty(), false, false, "", "", row -> List.of());
    }

    private Path written(String csv) throws IOException {
        Files.writeString(directory.resolve("things.csv"), csv);
        Path file = Files.createTempFile(directory, "out", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Spreadsheet.write(List.of(TABLE), directory, List.of("About"), AT, out);
        }
        return file;
    }

    private static String part(Path file, String name) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void cellThatLooksLikeAFormula_isText() throws IOException {
        String sheet = part(written("name,year\r\n=1+1,\r\n+49,\r\n-1,\r\n@x,\r\n"), "xl/worksheets/sheet2.xml");

        assertThat(sheet).doesNotContain("<f>").contains("inlineStr", "=1+1", "@x");
    }

    @Test
    void year_isANumber() throws IOException {
        assertThat(part(written("name,year\r\na,2022\r\n"), "xl/worksheets/sheet2.xml"))
                .contains("<v>2022</v>");
    }

    @Test
    void longCell_isCutAndSaysSo() throws IOException {
        String sheet = part(written("name,year\r\n" + "a".repeat(40_000) + ",\r\n"), "xl/worksheets/sheet2.xml");

        assertThat(sheet).contains("(cut: the CSV file has all of it)");
        assertThat(sheet.length()).isLessThan(36_000);
    }

    @Test
    void parts_areOfTheTimeThatIsGiven() throws IOException {
        Path file = written("name,year\r\n");

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getTimeLocal)).containsOnly(AT);
        }
        assertThat(part(file, "docProps/core.xml")).contains(">2026-11-28T02:00:00Z<");
    }
}
