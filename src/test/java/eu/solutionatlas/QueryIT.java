package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestBrowser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Writing a query in a real browser: what completes it, by keys and by hand, and the way without any script. */
class QueryIT {
    private static final int WIDE = 1280;
    private static final int SMALL = 360;

    private static TestAtlas atlas;
    private static TestBrowser browser;

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealData();
        browser = TestBrowser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        atlas.close();
    }

    private static Page form(BrowserContext visitor, String language) {
        Page page = visitor.newPage();
        page.navigate(atlas.uri("/sparql?lang=" + language).toString());
        return page;
    }

    /** An empty form in which somebody has typed; the terms are there by then. */
    private static Locator typed(Page page, String text) {
        Locator area = page.locator("#query");
        page.waitForResponse(answer -> answer.url().contains("/sparql/terms.json"), () -> area.fill(""));
        area.pressSequentially(text);
        return area;
    }

    private static Locator options(Page page) {
        return page.locator("[role=option]");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'SELECT * { ?s a atlas:So', atlas:Solution",
        "en, 'SELECT * { ?s a atlas:Solution ; titl', dct:title",
        "de, '?s dcat:theme mobili', theme:mobility",
        "pl, '?s dct:spatial saks', nuts:DED",
        "en, '?solution dct:title ?so', ?solution",
        "en, 'PREFIX dca', 'dcat: <http://www.w3.org/ns/dcat#>'"
    })
    void completion_byKeys_putsTheTermInItsPlace(String language, String text, String term) {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = form(visitor, language);
            Locator area = typed(page, text);
            options(page).first().waitFor();
            area.press("ArrowDown");
            assertThat(area.getAttribute("aria-activedescendant"))
                    .isEqualTo(page.locator("[role=option][aria-selected=true]").getAttribute("id"));
            area.press("Enter");

            assertThat(area.inputValue()).isEqualTo(text.substring(0, text.lastIndexOf(' ') + 1) + term);
        }
    }

    @Test
    void completion_tapped_onASmallScreen_putsTheTermInItsPlace() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, SMALL)) {
            Page page = form(visitor, "en");
            Locator area = typed(page, "SELECT * { ?solution a atlas:Solution ; dcat:theme theme:mob");
            options(page).first().waitFor();
            assertThat(TestBrowser.contentWidth(page)).isLessThanOrEqualTo(SMALL);
            options(page).first().click();

            assertThat(area.inputValue()).endsWith("dcat:theme theme:mobility");
        }
    }

    @Test
    void completion_taken_offersNothingMore() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = form(visitor, "en");
            typed(page, "?s atlas:statu");
            options(page).first().click();

            assertThat(page.locator("[role=listbox]").isVisible()).isFalse();
        }
    }

    @Test
    void completion_taken_isUndoneAsOneStep() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = form(visitor, "en");
            Locator area = typed(page, "?s a atlas:So");
            options(page).first().click();
            area.press("Control+z");

            assertThat(area.inputValue()).isEqualTo("?s a atlas:So");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"# about mobility", "?s ?p \"mobility", "<http://mobility", "SELEC", "m"})
    void completion_nothingToComplete_staysAway(String text) {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = form(visitor, "en");
            Locator area = typed(page, "dct:titl");
            options(page).first().waitFor();
            area.press("Control+a");
            area.pressSequentially(text);

            assertThat(page.locator("[role=listbox]").isVisible()).isFalse();
        }
    }

    @Test
    void completion_escape_givesTheArrowsBack() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = form(visitor, "en");
            Locator area = typed(page, "one\n?s a atlas:So");
            options(page).first().waitFor();
            area.press("Escape");
            area.press("ArrowUp");

            assertThat(page.locator("[role=listbox]").isVisible()).isFalse();
            assertThat(area.evaluate("area => area.selectionStart")).isEqualTo(3);
        }
    }

    @Test
    void completion_asked_showsWhatIsUsedMost() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = form(visitor, "en");
            typed(page, "?s a ").press("Control+Space");

            assertThat(options(page).allTextContents()).anyMatch(text -> text.startsWith("atlas:Solution"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIGHT", "DARK"})
    void completion_open_isAccessible(ColorScheme scheme) {
        try (BrowserContext visitor = browser.visitor(scheme, WIDE)) {
            Page page = form(visitor, "en");
            typed(page, "?s a atlas:").press("ArrowDown");

            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    @Test
    void keys_runTheQuery() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = form(visitor, "en");
            typed(page, "ASK { ?s a atlas:Solution }").press("Control+Enter");
            page.locator(".outcome").waitFor();

            assertThat(page.locator("table.result td").textContent()).isEqualTo("yes");
        }
    }

    @Test
    void chart_onASmallScreen_noBarIsCut() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, SMALL, false)) {
            Page page = visitor.newPage();
            page.navigate(atlas.uri("/sparql?view=chart&query=SELECT%20%3Fname%20%3Fn%20%7B%20VALUES%20(%3Fname%20%3Fn)"
                            + "%20%7B%20('A%20rather%20long%20name%20of%20a%20thing'%201234567)%20%7D%20%7D")
                    .toString());

            assertThat(page.locator(".scroll").boundingBox().width)
                    .isGreaterThanOrEqualTo(page.locator("table.bars").boundingBox().width);
            assertThat(page.locator(".bars rect").boundingBox().width).isGreaterThan(60);
        }
    }

    @Test
    void withoutScripts_fromAnExampleToItsMap() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE, false)) {
            Page page = visitor.newPage();
            page.navigate(atlas.uri("/sparql/examples").toString());
            page.locator("#by-region a").first().click();
            page.locator(".query button").click();
            assertThat(page.locator(".outcome").textContent()).startsWith("Complete: ");
            page.locator(".views a:text('Chart')").click();
            page.locator(".bars rect").first().waitFor();
            assertThat(page.locator(".bars rect").count()).isGreaterThan(20);
            page.locator(".views a:text('Map')").click();
            page.locator(".tile").first().waitFor();

            assertThat(page.locator(".tile").count()).isGreaterThan(10);
            assertThat(page.locator("textarea").inputValue()).contains("?region");
        }
    }
}
