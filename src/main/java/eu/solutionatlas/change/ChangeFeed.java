package eu.solutionatlas.change;

import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Topic;
import eu.solutionatlas.store.Snapshot;
import eu.solutionatlas.store.Store;
import eu.solutionatlas.web.Atom;
import eu.solutionatlas.web.Frame;
import eu.solutionatlas.web.Rendered;
import eu.solutionatlas.web.Representation;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The newest changes as an Atom feed (RFC 4287): each document with the last thing that happened to it. */
final class ChangeFeed {
    private static final int SIZE = 100;
    private static final String ACTIVITIES = "https://www.w3.org/ns/activitystreams#";
    private static final List<Node> NAMES =
            List.of(DCTerms.title.asNode(), FOAF.name.asNode(), SKOS.prefLabel.asNode(), RDFS.label.asNode());

    private final Store store;
    private final Iris iris;
    private final ChangeLog log;

    ChangeFeed(Store store, Iris iris, ChangeLog log) {
        this.store = store;
        this.iris = iris;
        this.log = log;
    }

    Rendered write(Frame frame) {
        List<Activity> newest = log.newest(store.version(), SIZE);
        return store.read(snapshot -> new Rendered.Body(
                snapshot.version(),
                Atom.bytes(feed(
                        frame,
                        newest.stream()
                                .map(activity -> entry(frame, snapshot, activity))
                                .toList(),
                        snapshot))));
    }

    private Feed feed(Frame frame, List<Entry> entries, Snapshot snapshot) {
        String self = iris.base() + ChangeRoutes.PATH.substring(1) + "." + Representation.ATOM.suffix();
        Feed feed = new Feed(Atom.TYPE);
        feed.setId(self);
        feed.setTitle(Atom.visible(frame.text("changes.title") + " · " + frame.siteName()));
        feed.setAlternateLinks(List.of(
                Atom.link("alternate", iris.base() + ChangeRoutes.PATH.substring(1), ActivityStreams.MEDIA_TYPE)));
        feed.setOtherLinks(List.of(Atom.link("self", self, Representation.ATOM.mediaType())));
        feed.setAuthors(List.of(Atom.person(frame.siteName())));
        feed.setUpdated(Date.from(snapshot.version().at()));
        feed.setEntries(entries);
        return feed;
    }

    private Entry entry(Frame frame, Snapshot snapshot, Activity activity) {
        Node document = NodeFactory.createURI(activity.document());
        Graph graph = snapshot.graph(document);
        Node thing = Topic.of(iris, document, graph).map(Topic::thing).orElse(document);
        String language = frame.language().tag();
        String name = name(graph, thing, language).map(Label::text).orElse(activity.document());
        Entry entry = new Entry();
        entry.setId(activity.document());
        entry.setTitle(Atom.visible(
                switch (activity.kind()) {
                    case CREATE -> frame.text("changes.created", name);
                    case UPDATE -> frame.text("changes.updated", name);
                    case DELETE -> frame.text("changes.removed", name);
                }));
        entry.setUpdated(Date.from(activity.version().at()));
        entry.setAlternateLinks(List.of(Atom.link("alternate", activity.document(), Representation.HTML.mediaType())));
        Category category = new Category();
        category.setScheme(ACTIVITIES);
        category.setTerm(activity.kind().type());
        entry.setCategories(new ArrayList<>(List.of(category)));
        return entry;
    }

    private static Optional<Label> name(Graph graph, Node thing, String language) {
        return NAMES.stream()
                .map(property -> Labels.of(graph, thing, property))
                .filter(labels -> !labels.isEmpty())
                .findFirst()
                .flatMap(labels -> labels.in(language));
    }
}
