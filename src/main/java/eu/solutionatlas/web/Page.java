package eu.solutionatlas.web;

/**
 * A page before it is framed.
 *
 * @param template its path, such as {@code solution/page.jte}
 * @param title of the page
 * @param description one sentence for search engines; empty when there is none
 * @param model record of what it shows
 * @param about what it is about, for search engines
 */
public record Page(String template, String title, String description, Object model, StructuredData about) {
    public Page(String template, String title, String description, Object model) {
        this(template, title, description, model, StructuredData.NONE);
    }
}
