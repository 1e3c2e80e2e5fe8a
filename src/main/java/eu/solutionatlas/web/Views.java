package eu.solutionatlas.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;

/** Pages made from templates, compiled with the program. User text is escaped by the context it stands in. */
public final class Views {
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F]");
    /** Where Unicode has the pictures of control characters, in their order. */
    private static final int PICTURES = 0x2400;

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
        return visible(out.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** HTML has no control characters (WHATWG HTML section 13.1.4): what a text has of them stands there as their pictures. */
    private static String visible(String page) {
        return CONTROL.matcher(page)
                .replaceAll(found -> Character.toString(PICTURES + found.group().charAt(0)));
    }
}
