package eu.solutionatlas.load;

import java.util.List;

/**
 * What reading catalogue files brought to light.
 *
 * @param findings in the order of the files
 * @param files how many files were read
 * @param entries how many entries they hold
 */
public record Report(List<Finding> findings, int files, int entries) {
    public Report {
        findings = List.copyOf(findings);
    }

    /** How many findings are of a level. */
    public long count(Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }

    /** Whether the catalogue may be loaded. */
    public boolean isValid() {
        return count(Finding.Level.ERROR) == 0;
    }
}
