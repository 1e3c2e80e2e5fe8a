package eu.solutionatlas.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured: figures with a target and its verdict, and tables of everything else. */
final class Results {
    private record Figure(String name, double value, String unit, String target, boolean reached) {}

    private final PrintStream console;
    private final List<Figure> figures = new ArrayList<>();
    private final StringBuilder tables = new StringBuilder();

    Results(PrintStream console) {
        this.console = console;
    }

    /** A figure that should not be below a target. */
    void atLeast(String name, double value, double target) {
        add(new Figure(name, value, "", "≥ " + number(target), value >= target));
    }

    /** A figure that should not be above a target. */
    void atMost(String name, double value, String unit, double target) {
        add(new Figure(name, value, unit, "≤ " + number(target) + unit, value <= target));
    }

    private void add(Figure figure) {
        figures.add(figure);
        console.println(line(figure));
    }

    /** Begins a table. */
    void table(String title, String... columns) {
        tables.append("\n### ").append(title).append("\n\n");
        row(columns);
        tables.append("|---".repeat(columns.length)).append("|\n");
    }

    void row(String... cells) {
        String line = "| " + String.join(" | ", cells) + " |";
        tables.append(line).append('\n');
        console.println("    " + line);
    }

    /** A sentence below a table. */
    void note(String text) {
        tables.append('\n').append(text).append('\n');
        console.println("    " + text);
    }

    static String number(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static String line(Figure figure) {
        return "| " + figure.name() + " | " + number(figure.value()) + figure.unit() + " | " + figure.target() + " | "
                + (figure.reached() ? "reached" : "**not reached**") + " |";
    }

    void write(Path file, String size) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("## Results\n\n")
                .append(LocalDate.now())
                .append(", commit ")
                .append(commit())
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors, Java ")
                .append(Runtime.version())
                .append(", ")
                .append(System.getProperty("os.name"))
                .append(", ")
                .append(size)
                .append(".\n\n| figure | measured | target | verdict |\n|---|---|---|---|\n");
        figures.forEach(figure -> text.append(line(figure)).append('\n'));
        text.append(tables);
        Files.writeString(file, text);
        console.print("\n" + text);
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            String commit = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return commit.isEmpty() ? "unknown" : commit;
        } catch (IOException e) {
            return "unknown (no git here)";
        }
    }
}
