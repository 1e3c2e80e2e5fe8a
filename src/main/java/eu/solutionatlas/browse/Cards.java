package eu.solutionatlas.browse;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.search.Hit;
import eu.solutionatlas.web.Card;
import eu.solutionatlas.web.Link;
import eu.solutionatlas.web.Linker;

/** Entries as lists show them. */
final class Cards {
    private Cards() {}

    static Card card(Hit hit, Linker linker) {
        String iri = hit.thing().getURI();
        Label title = hit.title().in(linker.language().tag(), iri);
        return new Card(
                iri,
                Link.to(title, linker.path(hit.document())),
                hit.text().in(linker.language().tag()),
                hit.marks().stream().map(linker::name).toList(),
                Origin.hubOf(hit.document(), linker));
    }
}
