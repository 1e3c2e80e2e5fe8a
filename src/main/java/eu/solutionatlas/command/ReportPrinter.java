package eu.solutionatlas.command;

import eu.solutionatlas.load.Finding;
import eu.solutionatlas.load.Report;
import java.io.PrintWriter;

/** Prints what reading catalogue files brought to light. */
final class ReportPrinter {
    private ReportPrinter() {}

    /** Everything that was found, and how much it is. */
    static void printAll(Report report, PrintWriter out) {
        report.findings().forEach(out::println);
        printSummary(report, out);
    }

    /** What keeps the files from being loaded, and how much else there is. */
    static void printErrors(Report report, PrintWriter out) {
        report.findings().stream()
                .filter(finding -> finding.level() == Finding.Level.ERROR)
                .forEach(out::println);
        printSummary(report, out);
    }

    private static void printSummary(Report report, PrintWriter out) {
        out.printf(
                "%s in %s: %s, %s%n",
                count(report.entries(), "entry", "entries"),
                count(report.files(), "file", "files"),
                count(report.count(Finding.Level.ERROR), "error", "errors"),
                count(report.count(Finding.Level.WARNING), "warning", "warnings"));
    }

    static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
