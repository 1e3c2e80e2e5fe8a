package eu.solutionatlas.web;

/** Shows a problem as a page to people. */
@FunctionalInterface
public interface ProblemPage {
    /** The whole page in UTF-8. */
    byte[] render(Problem problem, Language language);
}
