package eu.solutionatlas.web;

import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Labels;
import eu.solutionatlas.rdf.Names;
import eu.solutionatlas.rdf.Topic;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/** Turns things into links, named in one language. */
public record Linker(Iris iris, Names names, Language language) {

    /** A link to our page about a thing; to the thing itself when we have none. */
    public Link to(Node thing) {
        Labels labels = names.of(thing);
        if (labels.isEmpty()) {
            return iris.documentOf(thing).isPresent() ? toRemoved(thing) : Link.elsewhere(thing.getURI());
        }
        Label label = labels.in(language.tag()).orElseThrow();
        return iris.pathOf(thing.getURI())
                .or(() -> names.documentOf(thing).map(this::path))
                .map(path -> Link.to(label, path))
                .orElseGet(() -> Link.elsewhere(label, thing.getURI()));
    }

    /** The value by which lists are cut by an entry, see {@link Topic#value}. */
    public String value(Node thing) {
        return Topic.value(iris, names, thing);
    }

    /** A link to the document of an entry, named after what it is about. */
    public Link toDocument(Node document, Optional<Node> thing) {
        Label label = thing.map(this::name).orElse(new Label(path(document), ""));
        return Link.to(label, path(document));
    }

    /** The path of a document of this hub. */
    public String path(Node document) {
        return document.getURI().substring(iris.base().length() - 1);
    }

    /** A link to an entry of ours that has no name any more; its page says what became of it. */
    private Link toRemoved(Node thing) {
        String iri = thing.getURI();
        String slug = iri.substring(iri.lastIndexOf('/') + 1);
        Label label = new Label(Messages.in(language).text("entry.removed", slug), language.tag());
        return iris.pathOf(iri).map(path -> Link.to(label, path)).orElseGet(() -> Link.elsewhere(label, iri));
    }

    /** Links to several things, by name. */
    public List<Link> to(Collection<Node> things) {
        Collator collator = Collator.getInstance(language.locale());
        return things.stream()
                .map(this::to)
                .sorted(Comparator.comparing(link -> link.label().text(), collator))
                .toList();
    }

    /** What a thing is called; the end of its IRI when we do not know. */
    public Label name(Node thing) {
        return to(thing).label();
    }

    /** The texts in other languages than the one that is shown. */
    public static List<Label> others(Labels labels, Label shown) {
        return labels.byLanguage().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(shown.language()))
                .map(entry -> new Label(entry.getValue(), entry.getKey()))
                .toList();
    }
}
