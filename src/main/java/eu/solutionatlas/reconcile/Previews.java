package eu.solutionatlas.reconcile;

import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.web.Language;
import eu.solutionatlas.web.Linker;

/** Makes what previews show. */
final class Previews {
    private Previews() {}

    static PreviewPage of(Things things, Entity entity, Language language) {
        Label name = entity.names().in(language.tag(), entity.id());
        return new PreviewPage(
                name,
                PreviewPage.Type.valueOf(entity.kind().name()),
                Linker.others(entity.names(), name),
                new Answers(things, language).description(entity),
                entity.text().in(language.tag()),
                entity.path());
    }
}
