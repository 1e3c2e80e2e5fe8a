package eu.solutionatlas.web;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;

/** What feeds are made of (RFC 4287). */
public final class Atom {
    /** What Rome calls it. */
    public static final String TYPE = "atom_1.0";

    private Atom() {}

    public static Person person(String name) {
        Person person = new Person();
        person.setName(visible(name));
        return person;
    }

    public static Content text(String text) {
        Content content = new Content();
        content.setType("text");
        content.setValue(visible(text));
        return content;
    }

    public static Link link(String relation, String href, String mediaType) {
        Link link = new Link();
        link.setRel(relation);
        link.setHref(href);
        link.setType(mediaType);
        return link;
    }

    /** XML has no way to write control characters. */
    public static String visible(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]|[\\uFFFE\\uFFFF]|\\p{Cs}", "\uFFFD");
    }

    /** The feed in UTF-8. */
    public static byte[] bytes(Feed feed) {
        try {
            return new WireFeedOutput().outputString(feed, true).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException("a feed of ours could not be written as Atom", e);
        }
    }
}
