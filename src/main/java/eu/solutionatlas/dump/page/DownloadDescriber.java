package eu.solutionatlas.dump.page;

import eu.solutionatlas.dump.DamagedFileException;
import eu.solutionatlas.dump.DeltaRoutes;
import eu.solutionatlas.dump.DumpFile;
import eu.solutionatlas.dump.DumpFormat;
import eu.solutionatlas.dump.DumpId;
import eu.solutionatlas.dump.DumpRoutes;
import eu.solutionatlas.dump.DumpSet;
import eu.solutionatlas.dump.DumpSets;
import eu.solutionatlas.dump.Dumps;
import eu.solutionatlas.dump.Figures;
import eu.solutionatlas.dump.Freshness;
import eu.solutionatlas.dump.page.DownloadPage.Age;
import eu.solutionatlas.dump.table.Codebook;
import eu.solutionatlas.dump.table.Words;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.web.Language;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Describes what is to be downloaded. What follows from a set is made once for it, in every language. */
final class DownloadDescriber {
    private static final Logger LOG = LoggerFactory.getLogger(DownloadDescriber.class);

    /**
     * Sets that somebody has asked for.
     *
     * @param kept all sets that there are; a page leads to others of them
     */
    private record Known(List<DumpSet> kept, Map<DumpId, Described> described) {}

    private record Described(DumpSet set, Map<Language, DownloadPage.Contents> contents) {}

    private final DumpSets sets;
    private final Dumps dumps;
    private final DownloadPage.Tables english;
    private final DownloadPage.Tables german;
    private volatile Known known = new Known(List.of(), new ConcurrentHashMap<>());

    DownloadDescriber(DumpSets sets, Dumps dumps, Iris iris) {
        this.sets = sets;
        this.dumps = dumps;
        Words words = Words.published();
        this.english = tables(iris, words, false);
        this.german = tables(iris, words, true);
    }

    private static DownloadPage.Tables tables(Iris iris, Words words, boolean german) {
        List<DownloadPage.Table> tables =
                Codebook.words(eu.solutionatlas.dump.table.Tables.all(iris), words, german).stream()
                        .map(table -> new DownloadPage.Table(
                                table.name(),
                                table.meaning(),
                                table.columns().stream()
                                        .map(column -> new DownloadPage.Column(
                                                column.name(), column.kind(), column.many(), column.meaning()))
                                        .toList()))
                        .toList();
        return new DownloadPage.Tables(german ? Language.DE.tag() : Language.EN.tag(), tables);
    }

    DownloadPage describe(Language language) {
        Optional<DumpSet> latest = sets.latest();
        Freshness freshness = dumps.freshness();
        return new DownloadPage(
                latest.map(set -> contents(set, language)),
                new DownloadPage.State(
                        freshness.age().map(DownloadDescriber::age),
                        freshness.outdated(),
                        freshness.next(),
                        freshness.isLate(),
                        dumps.failure().isPresent()),
                sets.all().stream()
                        .filter(set -> !latest.equals(Optional.of(set)))
                        .map(DownloadDescriber::older)
                        .toList(),
                language == Language.DE ? german : english);
    }

    /** What a set has, and what has come since. */
    SetPage describe(DumpSet set, Language language) {
        return new SetPage(
                contents(set, language),
                sets.latest().filter(latest -> !latest.id().equals(set.id())).map(latest -> newer(set, latest)));
    }

    private static SetPage.Newer newer(DumpSet set, DumpSet latest) {
        return new SetPage.Newer(latest.id().toString(), DumpRoutes.address(latest), DeltaRoutes.address(set, latest));
    }

    private DownloadPage.Contents contents(DumpSet set, Language language) {
        List<DumpSet> kept = sets.all();
        Known current = known;
        if (current.kept() != kept) {
            current = new Known(kept, new ConcurrentHashMap<>());
            known = current;
        }
        Described found = current.described().get(set.id());
        if (found == null || !found.set().equals(set)) {
            found = describe(set);
            // What is damaged may be mended any time.
            if (!contents(found, language).figuresDamaged()) {
                current.described().put(set.id(), found);
            }
        }
        return contents(found, language);
    }

    private static DownloadPage.Contents contents(Described set, Language language) {
        return java.util.Objects.requireNonNull(set.contents().get(language));
    }

    private Described describe(DumpSet set) {
        Optional<Figures> figures = Optional.empty();
        boolean damaged = false;
        try {
            figures = Figures.of(sets, set);
        } catch (DamagedFileException e) { // the other files are there to be had; this one is in the log already
            damaged = true;
        } catch (IOException e) {
            LOG.warn("The page of the dumps {} shows no figures, since they cannot be read", set.id(), e);
            damaged = true;
        }
        Map<Language, DownloadPage.Contents> contents = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            contents.put(language, new SetDescriber(sets, language).describe(set, figures, damaged));
        }
        return new Described(set, contents);
    }

    private static DownloadPage.Older older(DumpSet set) {
        Optional<DumpFile> whole = set.files().stream()
                .filter(file -> file.format() == DumpFormat.ZIP)
                .findFirst();
        return new DownloadPage.Older(
                set.id().toString(),
                set.version().number(),
                set.written(),
                DumpRoutes.address(set),
                whole.map(set::address),
                whole.map(DumpFile::bytes).orElse(0L));
    }

    static Age age(Duration since) {
        if (since.toDays() >= 2) {
            return new Age(Age.Unit.DAYS, since.toDays());
        }
        if (since.toHours() >= 2) {
            return new Age(Age.Unit.HOURS, since.toHours());
        }
        return since.toMinutes() >= 2 ? new Age(Age.Unit.MINUTES, since.toMinutes()) : new Age(Age.Unit.MOMENT, 0);
    }
}
