package eu.solutionatlas.web;

import eu.solutionatlas.rdf.DataVersion;
import eu.solutionatlas.rdf.Iris;
import eu.solutionatlas.rdf.Label;
import eu.solutionatlas.rdf.Licence;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is the same on every page, and what a template needs to speak to its reader: words, numbers, dates, links.
 * Made by {@link Frames} before the page's data is read; completed with {@link #about}.
 *
 * @param address of the document
 * @param offered its representations; empty when there is no document, as for a problem
 * @param title of the page
 * @param description one sentence for search engines; empty when there is none
 * @param version the data version that the page shows
 * @param paging where in a list the page is; empty when it shows no list
 * @param structured what the page is about in JSON-LD; empty when that is not said
 * @param original whether the document is this hub's own
 */
public record Frame(
        Iris iris,
        Assets assets,
        Reader reader,
        Imprint imprint,
        Address address,
        List<Representation> offered,
        String title,
        String description,
        DataVersion version,
        Optional<Paging> paging,
        String structured,
        Original original) {

    /** Whether the document is a copy of somebody else's, and of which. */
    public sealed interface Original {
        /** The document is no copy. */
        record Own() implements Original {}

        /** @param iri of the document that it is a copy of; empty when that cannot be opened */
        record Elsewhere(Optional<String> iri) implements Original {}
    }

    /**
     * One choice of language.
     *
     * @param href of the same document in it
     * @param absolute the same, as search engines want it
     * @param current whether it is this page's
     */
    public record Choice(Language language, String href, String absolute, boolean current) {}

    /**
     * One choice of format.
     *
     * @param href of the same document in it
     */
    public record Format(Representation representation, String href) {}

    /** This frame for a page with that title, showing that data version. */
    public Frame about(String newTitle, String newDescription, DataVersion newVersion) {
        return new Frame(
                iris,
                assets,
                reader,
                imprint,
                address,
                offered,
                newTitle,
                newDescription,
                newVersion,
                paging,
                structured,
                original);
    }

    /** This frame for one page of a list. */
    public Frame paged(Paging newPaging) {
        return new Frame(
                iris,
                assets,
                reader,
                imprint,
                address,
                offered,
                title,
                description,
                version,
                Optional.of(newPaging),
                structured,
                original);
    }

    /** This frame for a page about something. */
    Frame about(StructuredData thing) {
        return new Frame(
                iris,
                assets,
                reader,
                imprint,
                address,
                offered,
                title,
                description,
                version,
                paging,
                thing.json(),
                original);
    }

    /** This frame for a copy of somebody else's document, which may have an address that can be opened. */
    public Frame copyOf(Optional<String> document) {
        return new Frame(
                iris,
                assets,
                reader,
                imprint,
                address,
                offered,
                title,
                description,
                version,
                paging,
                structured,
                new Original.Elsewhere(document));
    }

    /** Whether the document is a copy of somebody else's. */
    public boolean isCopy() {
        return original instanceof Original.Elsewhere;
    }

    public Language language() {
        return reader.language();
    }

    /** The words for a key of the message bundles. */
    public String text(String key, String... values) {
        return Messages.in(language()).text(key, values);
    }

    /** A number with the noun that it counts. */
    public String count(String key, long number) {
        return Messages.in(language()).count(key, number);
    }

    public String number(long number) {
        return LocalFormat.number(number, language());
    }

    /**
     * A number that need not be whole.
     *
     * @param grouped whether there are marks between its thousands
     */
    public String number(BigDecimal number, boolean grouped) {
        return LocalFormat.number(number, grouped, language());
    }

    /** A size in bytes, in a unit that suits it. */
    public String size(long bytes) {
        return LocalFormat.size(bytes, language());
    }

    /** A moment, to the minute. */
    public String moment(Instant moment) {
        return LocalFormat.moment(moment, language());
    }

    public String date(LocalDate date) {
        return LocalFormat.date(date, language());
    }

    /** When the data version came to be. */
    public String versionDate() {
        return LocalFormat.moment(version.at(), language());
    }

    /** Whether a text is in another language than the page. */
    public boolean foreign(Label label) {
        return !label.language().isEmpty()
                && !label.language().equals(language().tag());
    }

    /** The name of a language in the page's own. */
    public String languageName(String tag) {
        return LocalFormat.languageName(tag, language());
    }

    /** The link to a path of this site, which keeps the language that the reader chose. */
    public String to(String path) {
        String href = path(path);
        return reader.chosen() ? with(href, "lang=" + language().tag()) : href;
    }

    /** A link from the data or to this site. */
    public String to(Link link) {
        String href = link.href().orElseThrow();
        return link.leavesSite() ? href : to(href);
    }

    /** The link to what has no language, such as a dump; allows for a hub that does not have a host of its own. */
    public String path(String path) {
        String prefix = URI.create(iris.base()).getPath();
        return prefix.substring(0, prefix.length() - 1) + path;
    }

    /** The link to another page of the list that is shown. */
    public String toPage(int number) {
        return to(Paging.address(address, number).target());
    }

    public String asset(String name) {
        return path(assets.path(name));
    }

    /** The document's own IRI, or that of what it is a copy of; that of its page in one language where that was asked for. */
    public String canonical() {
        if (original instanceof Original.Elsewhere elsewhere && elsewhere.iri().isPresent()) {
            return elsewhere.iri().get();
        }
        return reader.chosen() ? with(address.iri(iris), "lang=" + language().tag()) : address.iri(iris);
    }

    /** The document's own IRI, whatever the language. */
    public String neutral() {
        return address.iri(iris);
    }

    /** The document in its other languages. */
    public List<Choice> languages() {
        return Arrays.stream(Language.values())
                .map(one -> new Choice(
                        one,
                        with(path(address.target()), "lang=" + one.tag()),
                        with(address.iri(iris), "lang=" + one.tag()),
                        one == language()))
                .toList();
    }

    /** The document in other formats than this page's. */
    public List<Format> formats() {
        return offered.stream()
                .filter(one -> !one.isHtml())
                .map(one -> new Format(one, inFormat(one)))
                .toList();
    }

    private String inFormat(Representation one) {
        // All of a list, not one page of it.
        String href = address.without(Paging.PARAMETER).iri(iris, one);
        return one.isInOneLanguage() ? with(href, "lang=" + language().tag()) : href;
    }

    /** Whether the page has an address of its own; that of a problem has none. */
    public boolean isDocument() {
        return !offered.isEmpty();
    }

    /** Whether this is the page of a path. */
    public boolean at(String path) {
        return isDocument() && address.path().equals(path);
    }

    /** Whether a part of the site is the one that the page belongs to. */
    public boolean within(String path) {
        return at(path) || address.path().startsWith(path + "/");
    }

    /** The name of the hub. */
    public String siteName() {
        return imprint.name().in(language().tag(), "Solution Atlas").text();
    }

    /** The licence of the data. */
    public Licence licence() {
        return imprint.licence();
    }

    /** Where mistakes are reported. */
    public Optional<String> contact() {
        return imprint.contact();
    }

    /** Where mistakes on this page are reported, with the page named where a mail can name it. */
    public Optional<String> report() {
        return imprint.contact()
                .map(contact -> contact.startsWith("mailto:") && !contact.contains("?")
                        ? contact + "?subject=" + encode(title) + "&body=" + encode(neutral())
                        : contact);
    }

    private static String encode(String text) {
        // In a mail address, a plus sign is a plus sign (RFC 6068).
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String with(String href, String parameter) {
        int fragment = href.indexOf('#');
        String document = fragment < 0 ? href : href.substring(0, fragment);
        String rest = fragment < 0 ? "" : href.substring(fragment);
        return document + (document.contains("?") ? '&' : '?') + parameter + rest;
    }
}
