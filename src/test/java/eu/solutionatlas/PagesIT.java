package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestBrowser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of page in a real browser: accessible in light and dark, readable on a small screen, working by keyboard. */
class PagesIT {
    private static final int SMALL = 360;
    /** WCAG 2.2 success criterion 1.4.10: 320 CSS pixels without scrolling in two directions. */
    private static final int SMALLEST = 320;

    private static final List<String> PAGES = List.of(
            "/",
            "/solution",
            "/solution?q=Parken&theme=mobility&region=DED&lang=de",
            "/solution?q=Parken&region=PL",
            "/about",
            "/solution/smart-village-app",
            "/solution/smart-village-app?lang=de",
            "/actor",
            "/actor/edih-neb",
            "/theme",
            "/theme/mobility",
            "/status",
            "/status/pilot",
            "/actor-kind/company",
            "/region",
            "/region/DED?lang=de",
            "/download?lang=de",
            "/hub",
            "/ns",
            "/shapes/1.0.0?lang=de",
            "/shapes",
            "/sparql",
            "/sparql/examples",
            "/sparql/examples?lang=pl",
            "/sparql?example=by-theme&lang=de",
            "/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Chttp%3A%2F%2Fpurl.org%2Fdc%2Fterms%2Ftittle%3E%20%3Fo%20%7D&lang=cs",
            "/sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%2020",
            "/sparql?query=DESCRIBE%20%3Chttp%3A%2F%2Flocalhost%3A8080%2Fhub%3E",
            "/sparql?view=chart&query=SELECT%20%3Fregion%20%3Fn%20%7B%20VALUES%20%28%3Fregion%20%3Fn%29%20%7B%20%28%3Chttp%3A%2F%2Fdata.europa.eu%2Fnuts%2Fcode%2FDED2%3E%203%29%20%28%3Chttp%3A%2F%2Fdata.europa.eu%2Fnuts%2Fcode%2FCZ05%3E%20-1%29%20%7D%20%7D",
            "/sparql?view=map&lang=de&query=SELECT%20%3Fregion%20%7B%20VALUES%20%3Fregion%20%7B%20%3Chttp%3A%2F%2Fdata.europa.eu%2Fnuts%2Fcode%2FDED2%3E%20%3Chttp%3A%2F%2Fdata.europa.eu%2Fnuts%2Fcode%2FCZ05%3E%20%7D%20%7D",
            "/solution/no-such-thing");

    private static TestAtlas atlas;
    private static TestBrowser browser;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealDataAndDumps();
        browser = TestBrowser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        atlas.close();
    }

    static Stream<Arguments> pagesInLightAndDark() {
        return PAGES.stream()
                .flatMap(
                        path -> Stream.of(Arguments.of(path, ColorScheme.LIGHT), Arguments.of(path, ColorScheme.DARK)));
    }

    static Stream<String> pages() {
        return PAGES.stream();
    }

    private static BrowserContext context(ColorScheme scheme, int width) {
        return browser.visitor(scheme, width);
    }

    private static Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate(atlas.uri(path).toString());
        return page;
    }

    @ParameterizedTest
    @MethodSource("pagesInLightAndDark")
    void page_accessible(String path, ColorScheme scheme) {
        try (BrowserContext context = context(scheme, 1280)) {
            assertThat(TestBrowser.barriers(open(context, path))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_smallScreen_nothingSticksOut(String path) {
        for (int width : List.of(SMALL, SMALLEST)) {
            try (BrowserContext context = context(ColorScheme.LIGHT, width)) {
                assertThat(TestBrowser.contentWidth(open(context, path)))
                        .as(path)
                        .isLessThanOrEqualTo(width);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_saysNothingOnTheConsole(String path) {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            List<String> complaints = new ArrayList<>();
            Page page = context.newPage();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.navigate(atlas.uri(path).toString());

            // The status of the document itself is reported there, too.
            assertThat(complaints).noneMatch(text -> !text.contains("404"));
        }
    }

    @Test
    void keyboard_firstStopSkipsToTheContent() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = open(context, "/solution");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.url()).endsWith("#main");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    void reader_fromListToEntryInTheChosenLanguage() {
        try (BrowserContext context = context(ColorScheme.LIGHT, 1280)) {
            Page page = open(context, "/");
            page.locator("nav.languages a[lang=de]").click();
            page.locator("header a:text('Lösungen')").click();
            page.locator(".card a").first().click();

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
            assertThat(page.locator("h2").first().textContent()).isEqualTo("Angaben");
        }
    }
}
