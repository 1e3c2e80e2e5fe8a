package eu.solutionatlas.dump;

import eu.solutionatlas.dump.table.Codebook;
import eu.solutionatlas.dump.table.Table;
import eu.solutionatlas.dump.table.Words;
import eu.solutionatlas.rdf.Licence;
import eu.solutionatlas.rdf.OntologyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What accompanies the data in a set: plain words on what it is, what the columns mean, and how to name it. */
final class SetTexts {
    private SetTexts() {}

    static List<DumpFile> write(SetDirectory directory, SetFacts facts, Words words, List<Table> tables)
            throws IOException {
        return List.of(
                directory.write(
                        "README.md", DumpFormat.MARKDOWN, "What this is, and what to mind.", bytes(readme(facts))),
                directory.write(
                        "codebook.md",
                        DumpFormat.MARKDOWN,
                        "What each column and property means, in English and German.",
                        bytes(Codebook.markdown(tables, words))),
                directory.write(
                        "codebook.csv", DumpFormat.CSV, "The same as a table.", bytes(Codebook.csv(tables, words))),
                directory.write("LICENCE.txt", DumpFormat.TEXT, "What may be done with it.", bytes(licence(facts))),
                directory.write(
                        "CITATION.cff",
                        DumpFormat.CITATION,
                        "How to cite it.",
                        bytes(facts.citation().cff())),
                directory.write(
                        "citation.bib",
                        DumpFormat.BIBTEX,
                        "The same for BibTeX.",
                        bytes(facts.citation().bibTex())),
                directory.write(
                        "citation.ris",
                        DumpFormat.RIS,
                        "The same for Zotero, Citavi, EndNote and other programs that keep literature.",
                        bytes(facts.citation().ris())),
                directory.write(
                        "context.jsonld",
                        DumpFormat.CONTEXT,
                        "The context of the JSON-LD file.",
                        bytes(OntologyFiles.context())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What the first sheet of the spreadsheet says. */
    static List<String> about(SetFacts facts) {
        return List.of(
                facts.title(),
                "",
                "Each sheet is a table, one row for each thing; codebook.md beside this file says what each column holds.",
                "Cells with several values have them separated by a semicolon and a space.",
                "Licence: " + facts.licence().nameAndIri(),
                "How to cite: " + facts.citation().text(),
                "This state of the data and all its files: " + facts.address());
    }

    private static String readme(SetFacts facts) {
        return """
                # %1$s

                What towns and regions try out and run digitally, who provides it, who uses it, and the sources we know it
                from: the whole catalogue of %2$s as it was on %3$s. Nothing in this directory will ever change; newer states
                have a directory of their own. This one is at %4$s

                ## What is where
                - `solutions.csv`, `actors.csv`, `adoptions.csv`, `themes.csv`, `regions.csv`: tables, one row for each thing.
                  `catalogue.xlsx` has the same as sheets. What each column holds: `codebook.md`, or `codebook.csv`;
                  for programs: `csv-metadata.json` (CSVW).
                - `catalogue.nq.gz`: everything, as N-Quads, each entry in a graph of its own with its sources.
                  `catalogue.ttl.gz` (Turtle) and `catalogue.jsonld.gz` (JSON-LD, whose context is `context.jsonld`)
                  have the same statements without graphs.
                - `hub-….nq.gz` and `hub-….ttl.gz`, if there are any: copies of the entries of partner hubs. Those hubs answer
                  for them; where and when each was copied stands in it. They are in none of the tables.
                - `documents.tsv.gz`: every document with a hash of what it says; `figures.json`: how many solutions there are by
                  theme, region, status and year; `CITATION.cff`, `citation.bib` and `citation.ris`: how to cite, also for
                  BibTeX and programs such as Zotero; `LICENCE.txt`: what may be done with it.
                - `manifest.json`: size, SHA-256 and number of rows or statements of each file. `SHA256SUMS`: the checksums once
                  more, for `sha256sum --check SHA256SUMS`.

                ## Before you count
                - The catalogue has what its editors found in sources that can be named. It is no census: that a town has no
                  entry does not mean that it has no solution.
                - A solution in several regions or with several themes is one row in `solutions.csv`; the numbers of
                  regions do not add up to the number of solutions.
                - A region stands for itself: a solution of all Saxony has `DED`, not the codes of its districts.
                - The status held in the year in `status_as_of`. Where that is empty, its age is unknown; where
                  `status_inferred` is true, the source does not say it in so many words.
                - Cells with several values have them separated by `; `, always in the same order: names in the order of
                  their codes or IRIs. A semicolon inside a value is written as a comma in such cells, in an address as `%3B`.
                - The CSV files hold what the data says, to the letter, in UTF-8. To open the data in a spreadsheet program take
                  `catalogue.xlsx`: there no cell can be taken for a formula.

                ## Licence
                %5$s%7$s

                ## How to cite
                %6$s
                """.formatted(
                facts.title(),
                facts.hub(),
                facts.id().date(),
                facts.address(),
                facts.licence().nameAndIri(),
                facts.citation().text(),
                facts.licence().equals(Licence.DEFAULT) ? ". Use it for whatever you like and name the source." : "");
    }

    private static String licence(SetFacts facts) {
        return """
                The data in this directory is licensed under:
                %1$s

                Name as the source: %2$s, %3$s

                The files whose names begin with hub- are copies of what other hubs publish. Each of those hubs says
                under which licence.
                """.formatted(facts.licence().nameAndIri(), facts.hub(), facts.base());
    }
}
