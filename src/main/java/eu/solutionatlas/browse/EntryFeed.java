package eu.solutionatlas.browse;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.web.Address;
import eu.solutionatlas.web.Atom;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Paging;
import eu.solutionatlas.web.Representation;
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

/** A list as an Atom feed (RFC 4287), the newest first, page by page (RFC 5005 section 3), so that all of it can be had. */
record EntryFeed(Frame frame, Names names) {
    /** Entries on a page: more than this many, nobody reads at once. */
    static final int SIZE = 50;

    /**
     * @param title of the feed
     * @param list its address
     * @param page which of its pages this is, and of how many
     */
    byte[] write(String title, Address list, Paging page, List<Hit> hits) {
        Feed feed = new Feed(Atom.TYPE);
        Address self = list.with("lang", frame.language().tag());
        feed.setId(self.iri(frame.iris(), Representation.ATOM));
        feed.setTitle(Atom.visible(title + " · " + frame.siteName()));
        feed.setAlternateLinks(
                List.of(Atom.link("alternate", self.iri(frame.iris()), Representation.HTML.mediaType())));
        feed.setOtherLinks(pages(self, page));
        feed.setAuthors(List.of(Atom.person(frame.siteName())));
        feed.setRights(frame.licence().nameAndIri());
        List<Entry> entries = hits.stream().map(this::entry).toList();
        feed.setEntries(entries);
        feed.setUpdated(entries.stream()
                .map(Entry::getUpdated)
                .max(Date::compareTo)
                .orElse(Date.from(frame.version().at())));
        return Atom.bytes(feed);
    }

    private List<Link> pages(Address self, Paging page) {
        List<Link> links = new ArrayList<>();
        links.add(page("self", self, page.number()));
        if (page.hasPrevious()) {
            links.add(page("previous", self, page.number() - 1));
        }
        if (page.hasNext()) {
            links.add(page("next", self, page.number() + 1));
        }
        links.add(page("first", self, 1));
        links.add(page("last", self, page.last()));
        return links;
    }

    private Link page(String relation, Address self, int number) {
        return Atom.link(
                relation,
                Paging.address(self, number).iri(frame.iris(), Representation.ATOM),
                Representation.ATOM.mediaType());
    }

    private Entry entry(Hit hit) {
        String language = frame.language().tag();
        Graph gist = hit.gist();
        Entry entry = new Entry();
        entry.setId(hit.thing().getURI());
        entry.setTitle(
                Atom.visible(hit.title().in(language, hit.thing().getURI()).text()));
        entry.setAlternateLinks(
                List.of(Atom.link("alternate", hit.document().getURI(), Representation.HTML.mediaType())));
        hit.text().in(language).map(Label::text).ifPresent(text -> entry.setSummary(Atom.text(text)));
        // An entry without an author has that of the feed, this hub.
        Topic.hubOf(frame.iris(), hit.document())
                .map(hub -> names.of(Origin.hub(frame.iris(), hub))
                        .in(language, hub)
                        .text())
                .ifPresent(hub -> entry.setAuthors(List.of(Atom.person(hub))));
        Optional<Instant> entered = moment(gist, DCTerms.issued.asNode());
        entered.map(Date::from).ifPresent(entry::setPublished);
        entry.setUpdated(Date.from(moment(gist, DCTerms.modified.asNode())
                .or(() -> entered)
                .orElse(frame.version().at())));
        List<Category> categories = new ArrayList<>();
        for (Node mark : hit.marks()) {
            Category category = new Category();
            category.setTerm(mark.getURI());
            category.setLabel(
                    Atom.visible(names.of(mark).in(language, mark.getURI()).text()));
            categories.add(category);
        }
        entry.setCategories(categories);
        return entry;
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
