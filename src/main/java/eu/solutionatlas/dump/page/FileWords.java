package eu.solutionatlas.dump.page;

import eu.solutionatlas.dump.DumpFile;
import eu.solutionatlas.dump.DumpFormat;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Messages;
import java.util.Optional;

/** What the files of a set are, in the language of a page. */
final class FileWords {
    private final Language language;

    FileWords(Language language) {
        this.language = language;
    }

    /** What a file is; empty for one that another version has written and this one does not know. */
    Optional<String> of(DumpFile file) {
        if (file.hub().isPresent()) {
            return file.format() == DumpFormat.N_QUADS
                    ? Optional.of(Messages.in(language).text("file.copy-quads"))
                    : Optional.of(Messages.in(language).text("file.copy-turtle"));
        }
        return switch (file.format()) {
            case ZIP -> Optional.of(Messages.in(language).text("file.package"));
            case XLSX -> Optional.of(Messages.in(language).text("file.spreadsheet"));
            case N_QUADS -> Optional.of(Messages.in(language).text("file.quads"));
            case TURTLE -> Optional.of(Messages.in(language).text("file.turtle"));
            case JSON_LD -> Optional.of(Messages.in(language).text("file.json-ld"));
            case CSVW -> Optional.of(Messages.in(language).text("file.csvw"));
            case CITATION -> Optional.of(Messages.in(language).text("file.cff"));
            case BIBTEX -> Optional.of(Messages.in(language).text("file.bibtex"));
            case RIS -> Optional.of(Messages.in(language).text("file.ris"));
            case CONTEXT -> Optional.of(Messages.in(language).text("file.context"));
            case CHECKSUMS -> Optional.of(Messages.in(language).text("file.checksums"));
            case MANIFEST -> Optional.of(Messages.in(language).text("file.manifest"));
            case CSV, TSV, JSON, MARKDOWN, TEXT -> byName(file.name());
        };
    }

    private Optional<String> byName(String name) {
        return switch (name) {
            case "solutions.csv" -> Optional.of(Messages.in(language).text("file.solutions"));
            case "actors.csv" -> Optional.of(Messages.in(language).text("file.actors"));
            case "adoptions.csv" -> Optional.of(Messages.in(language).text("file.adoptions"));
            case "themes.csv" -> Optional.of(Messages.in(language).text("file.themes"));
            case "regions.csv" -> Optional.of(Messages.in(language).text("file.regions"));
            case "codebook.csv" -> Optional.of(Messages.in(language).text("file.codebook-table"));
            case "codebook.md" -> Optional.of(Messages.in(language).text("file.codebook"));
            case "figures.json" -> Optional.of(Messages.in(language).text("file.figures"));
            case "documents.tsv.gz" -> Optional.of(Messages.in(language).text("file.documents"));
            case "README.md" -> Optional.of(Messages.in(language).text("file.readme"));
            case "LICENCE.txt" -> Optional.of(Messages.in(language).text("file.licence"));
            default -> Optional.empty();
        };
    }
}
