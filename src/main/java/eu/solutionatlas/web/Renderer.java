package eu.solutionatlas.web;

/** Looks one document up and puts it into a representation. Called when the answer is not at hand already. */
@FunctionalInterface
public interface Renderer {
    /**
     * @param representation one of those offered
     * @param reader of the page; meaningless for RDF
     */
    Rendered render(Representation representation, Reader reader);
}
