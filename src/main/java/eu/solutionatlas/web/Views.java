package eu.solutionatlas.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Pages made from templates, compiled with the program. User text is escaped by the context it stands in. */
public final class Views {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Views.class.getClassLoader(), "eu.solutionatlas.views");

    /**
     * A page in UTF-8.
     *
     * @param template its path, such as {@code solution/page.jte}; it takes a {@code frame} and a {@code page}
     * @param page record of what it shows
     */
    public byte[] render(String template, Frame frame, Object page) {
        StringOutput out = new StringOutput(16 * 1024);
        engine.render(template, Map.of("frame", frame, "page", page), out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}
