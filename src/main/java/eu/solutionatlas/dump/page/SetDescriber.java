package eu.solutionatlas.dump.page;

import eu.solutionatlas.dump.Changes;
import eu.solutionatlas.dump.Citation;
import eu.solutionatlas.dump.DeltaRoutes;
import eu.solutionatlas.dump.DumpFile;
import eu.solutionatlas.dump.DumpFormat;
import eu.solutionatlas.dump.DumpId;
import eu.solutionatlas.dump.DumpSet;
import eu.solutionatlas.dump.DumpSets;
import eu.solutionatlas.dump.Figures;
import eu.solutionatlas.dump.page.DownloadPage.Contents;
import eu.solutionatlas.dump.page.DownloadPage.Group;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Licence;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Describes a set in one language. */
final class SetDescriber {
    /** Longer names are shortened, so that a list of many stays a list. */
    private static final int LETTERS = 80;

    private final DumpSets sets;
    private final Language language;
    private final FileWords words;
    private final NumbersDescriber numbers;

    SetDescriber(DumpSets sets, Language language) {
        this.sets = sets;
        this.language = language;
        this.words = new FileWords(language);
        this.numbers = new NumbersDescriber(language);
    }

    /**
     * @param figures of the set; empty when it has none
     * @param damaged whether it has some that cannot be read
     */
    Contents describe(DumpSet set, Optional<Figures> figures, boolean damaged) {
        Licence licence = new Licence(set.licence());
        return new Contents(
                set.id().toString(),
                set.id().date(),
                set.version().number(),
                set.version().at(),
                set.written(),
                licence.iri(),
                licence.name(),
                Citation.of(set).address(),
                whole(set),
                groups(set),
                set.all()
                        .filter(file -> file.hub().isPresent())
                        .map(file -> file(set, file))
                        .toList(),
                set.changes().map(changes -> news(set, changes)),
                figures.map(numbers::describe),
                damaged,
                set.all()
                        .filter(file -> isCitation(file.format()))
                        .map(file -> file(set, file))
                        .toList(),
                Citation.of(set).bibTex());
    }

    private static boolean isCitation(DumpFormat format) {
        return format == DumpFormat.BIBTEX || format == DumpFormat.RIS || format == DumpFormat.CITATION;
    }

    /** What most come for, in the order in which they come for it. */
    private List<DownloadPage.File> whole(DumpSet set) {
        return List.of(DumpFormat.XLSX, DumpFormat.ZIP, DumpFormat.N_QUADS).stream()
                .flatMap(format -> set.files().stream()
                        .filter(file -> file.format() == format && file.hub().isEmpty()))
                .map(file -> file(set, file))
                .toList();
    }

    private List<Group> groups(DumpSet set) {
        List<Group> groups = new ArrayList<>();
        for (Group.Kind kind : Group.Kind.values()) {
            List<DownloadPage.File> files = set.all()
                    .filter(file -> file.hub().isEmpty() && kind(file) == kind)
                    .map(file -> file(set, file))
                    .toList();
            if (!files.isEmpty()) {
                groups.add(new Group(kind, files));
            }
        }
        return groups;
    }

    private static Group.Kind kind(DumpFile file) {
        return switch (file.format()) {
            case ZIP, XLSX -> Group.Kind.WHOLE;
            case CSV -> file.name().startsWith("codebook") ? Group.Kind.ABOUT : Group.Kind.TABLES;
            case CSVW -> Group.Kind.TABLES;
            case TURTLE, N_QUADS, JSON_LD, CONTEXT -> Group.Kind.LINKED;
            case TSV, JSON, MARKDOWN, CITATION, BIBTEX, RIS, TEXT, CHECKSUMS, MANIFEST -> Group.Kind.ABOUT;
        };
    }

    private DownloadPage.File file(DumpSet set, DumpFile file) {
        Optional<String> description = words.of(file);
        return new DownloadPage.File(
                file.name(),
                description.orElse(file.description()),
                description.isPresent() ? language.tag() : Language.EN.tag(),
                file.format().title(),
                file.count(),
                unit(file),
                file.bytes(),
                file.sha256(),
                set.address(file));
    }

    private static DownloadPage.File.Unit unit(DumpFile file) {
        return switch (file.format()) {
            case TURTLE, N_QUADS, JSON_LD -> DownloadPage.File.Unit.STATEMENTS;
            case CSV, TSV, XLSX -> DownloadPage.File.Unit.ROWS;
            case ZIP -> DownloadPage.File.Unit.FILES;
            case CSVW, MARKDOWN, CITATION, BIBTEX, RIS, TEXT, CONTEXT, JSON, CHECKSUMS, MANIFEST ->
                DownloadPage.File.Unit.NONE;
        };
    }

    private DownloadPage.News news(DumpSet set, Changes changes) {
        Optional<String> delta =
                DumpId.parse(changes.since()).flatMap(sets::find).flatMap(before -> DeltaRoutes.address(before, set));
        return new DownloadPage.News(
                changes.since(),
                delta,
                changes.parts().stream()
                        .map(part -> new DownloadPage.Part(
                                part.change().code(),
                                part.kind(),
                                part.count(),
                                part.first().stream()
                                        .map(named -> link(set, named))
                                        .toList()))
                        .toList(),
                changes.copies().stream()
                        .map(copied -> new DownloadPage.Copied(
                                copied.hub(), copied.added(), copied.changed(), copied.removed()))
                        .toList());
    }

    /** To our page about it, which says what became of it if it is no more. */
    private Link link(DumpSet set, Changes.Named named) {
        String path = named.document().startsWith(set.base())
                ? named.document().substring(set.base().length() - 1)
                : named.document();
        Label label = new Labels(new TreeMap<>(named.names())).in(language.tag(), path);
        Label brief = new Label(Charts.shortened(label.text(), LETTERS), label.language());
        return path.startsWith("/") ? Link.to(brief, path) : Link.elsewhere(brief, path);
    }
}
