package eu.solutionatlas.dump.page;

import eu.solutionatlas.dump.Figures;
import eu.solutionatlas.dump.page.DownloadPage.Breakdown;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Link;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Describes the figures of a set in one language, with charts of them. */
final class NumbersDescriber {
    /** So many bars are taken in at a glance. */
    private static final int BARS = 12;

    /** The files hold this hub's own entries; lists have its partners' beside them, unless told otherwise. */
    private static final String OWN = "&hub=here";

    private final Language language;

    NumbersDescriber(Language language) {
        this.language = language;
    }

    DownloadPage.Numbers describe(Figures figures) {
        return new DownloadPage.Numbers(
                figures.solutions(),
                figures.actors(),
                figures.adoptions(),
                concepts(figures.themes()),
                concepts(figures.regions()),
                concepts(figures.statuses()),
                years(figures.years()));
    }

    /** A chart shows what lists show: each with all that lies below it. */
    private Breakdown concepts(Figures.Breakdown of) {
        List<Figures.Count> own =
                of.counts().stream().filter(count -> count.withBelow() > 0).toList();
        List<Figures.Count> most = own.stream()
                .sorted(Comparator.comparing(Figures.Count::withBelow).reversed())
                .limit(BARS)
                .toList();
        List<String> names = most.stream().map(count -> name(count).text()).toList();
        List<Charts.Row> drawn = most.stream()
                .map(count -> new Charts.Row(unmistakable(count, names), count.withBelow()))
                .toList();
        return new Breakdown(
                drawn.isEmpty() ? Optional.empty() : Optional.of(Charts.lying(drawn)),
                own.size() - drawn.size(),
                of.counts().stream().map(this::row).toList(),
                of.none());
    }

    /** A name; with its code where another has the same, as a town that is a region at two levels. */
    private String unmistakable(Figures.Count count, List<String> names) {
        String name = name(count).text();
        return java.util.Collections.frequency(names, name) > 1 ? name + " (" + count.code() + ")" : name;
    }

    private Breakdown years(Figures.Breakdown of) {
        SortedMap<Integer, Long> years = new TreeMap<>();
        of.counts().forEach(count -> years.put(Integer.parseInt(count.value()), count.exactly()));
        return new Breakdown(
                years.isEmpty() ? Optional.empty() : Optional.of(Charts.standing(years)),
                0,
                of.counts().stream()
                        .map(count -> new DownloadPage.Row(
                                Link.to(new Label(count.value(), ""), "/solution?year=" + count.value() + OWN),
                                "",
                                0,
                                count.exactly(),
                                count.withBelow()))
                        .toList(),
                of.none());
    }

    private DownloadPage.Row row(Figures.Count count) {
        Link link = path(count.value())
                .map(path -> Link.to(name(count), path))
                .orElseGet(() -> Link.elsewhere(name(count), count.value()));
        return new DownloadPage.Row(link, count.code(), count.level(), count.exactly(), count.withBelow());
    }

    private Label name(Figures.Count count) {
        return new Labels(new TreeMap<>(count.names())).in(language.tag(), count.code());
    }

    /** The list of what is counted; what we have no name for has none. */
    private static Optional<String> path(String iri) {
        if (iri.startsWith(Iris.NUTS)) {
            return Optional.of("/solution?region=" + iri.substring(Iris.NUTS.length()) + OWN);
        }
        if (!iri.startsWith(Iris.SHARED)) {
            return Optional.empty();
        }
        String[] parts = iri.substring(Iris.SHARED.length()).split("/", -1);
        return parts.length == 2 ? Optional.of("/solution?" + parts[0] + "=" + parts[1] + OWN) : Optional.empty();
    }
}
