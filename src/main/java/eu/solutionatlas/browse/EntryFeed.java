package eu.solutionatlas.browse;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Representation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.DCTerms;

/** The newest entries of a list as an Atom feed (RFC 4287). */
record EntryFeed(Frame frame, Names names) {
    /** More than this many, nobody reads in a feed. */
    static final int SIZE = 50;

    /**
     * @param title of the feed
     * @param list its address
     */
    byte[] write(String title, Address list, List<Hit> hits) {
        Feed feed = new Feed("atom_1.0");
        Address self = list.with("lang", frame.language().tag());
        feed.setId(self.iri(frame.iris(), Representation.ATOM));
        feed.setTitle(visible(title + " · " + frame.siteName()));
        feed.setAlternateLinks(List.of(link("alternate", self.iri(frame.iris()), Representation.HTML)));
        feed.setOtherLinks(List.of(link("self", self.iri(frame.iris(), Representation.ATOM), Representation.ATOM)));
        feed.setAuthors(List.of(person(frame.siteName())));
        feed.setRights("CC BY 4.0, https://creativecommons.org/licenses/by/4.0/");
        List<Entry> entries = hits.stream().map(this::entry).toList();
        feed.setEntries(entries);
        feed.setUpdated(entries.stream()
                .map(Entry::getUpdated)
                .max(Date::compareTo)
                .orElse(Date.from(frame.version().at())));
        try {
            return new WireFeedOutput().outputString(feed, true).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("a list of ours could not be written as Atom", e);
        }
    }

    private Entry entry(Hit hit) {
        String language = frame.language().tag();
        Graph gist = hit.gist();
        Entry entry = new Entry();
        entry.setId(hit.thing().getURI());
        entry.setTitle(visible(hit.title().in(language, hit.thing().getURI()).text()));
        entry.setAlternateLinks(List.of(link("alternate", hit.document().getURI(), Representation.HTML)));
        hit.text().in(language).map(Label::text).ifPresent(text -> entry.setSummary(plain(text)));
        // An entry without an author has that of the feed, this hub.
        Topic.hubOf(frame.iris(), hit.document())
                .map(hub -> names.of(Origin.hub(frame.iris(), hub))
                        .in(language, hub)
                        .text())
                .ifPresent(hub -> entry.setAuthors(List.of(person(hub))));
        Optional<Instant> entered = moment(gist, DCTerms.issued.asNode());
        entered.map(Date::from).ifPresent(entry::setPublished);
        entry.setUpdated(Date.from(moment(gist, DCTerms.modified.asNode())
                .or(() -> entered)
                .orElse(frame.version().at())));
        List<Category> categories = new ArrayList<>();
        for (Node mark : hit.marks()) {
            Category category = new Category();
            category.setTerm(mark.getURI());
            category.setLabel(visible(names.of(mark).in(language, mark.getURI()).text()));
            categories.add(category);
        }
        entry.setCategories(categories);
        return entry;
    }

    private static Person person(String name) {
        Person person = new Person();
        person.setName(visible(name));
        return person;
    }

    private static Content plain(String text) {
        Content content = new Content();
        content.setType("text");
        content.setValue(visible(text));
        return content;
    }

    private static Link link(String relation, String href, Representation representation) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(href);
        link.setType(representation.mediaType());
        return link;
    }

    /** XML has no way to write control characters. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]|\\p{Cs}", "\uFFFD");
    }

    /** Of the record, which is all in it that has dates. */
    private static Optional<Instant> moment(Graph gist, Node property) {
        return gist
                .find(Node.ANY, property, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .flatMap(text -> parse(text).stream())
                .max(Instant::compareTo);
    }

    private static Optional<Instant> parse(String text) {
        try {
            return Optional.of(
                    text.length() > 10
                            ? Instant.parse(text)
                            : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
