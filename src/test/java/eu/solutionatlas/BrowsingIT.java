package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestBrowser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Searching and browsing in a real browser, as people do: with the mouse, with keys only, without scripts. */
class BrowsingIT {
    private static final int WIDE = 1280;

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

    private static Page open(BrowserContext visitor, String path) {
        Page page = visitor.newPage();
        page.navigate(atlas.uri(path).toString());
        return page;
    }

    private static Locator found(Page page) {
        return page.locator(".found");
    }

    private static Locator facet(Page page, String name) {
        return page.locator(".facet a", new Page.LocatorOptions().setHasText(name));
    }

    @Test
    void search_fromTheHomePage_findsWhatAnotherTownHas() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/");
            page.getByLabel("What are you looking for?").fill("parking");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                    .click();

            assertThat(page.locator(".card h2").allTextContents()).contains("Parking guidance system Liberec");
            assertThat(page.url()).endsWith("/solution?q=parking");
        }
    }

    @Test
    void suggestion_byKeys_leadsToTheEntry() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/?lang=de");
            Locator box = page.locator("#q");
            box.pressSequentially("parkl");
            page.locator("[role=option]").first().waitFor();

            assertThat(box.getAttribute("aria-expanded")).isEqualTo("true");
            box.press("ArrowDown");
            assertThat(box.getAttribute("aria-activedescendant"))
                    .isEqualTo(page.locator("[role=option][aria-selected=true]").getAttribute("id"));
            box.press("Enter");
            page.waitForURL("**/solution/liberec-parking-guidance?lang=de");

            assertThat(page.locator("h1").textContent()).isEqualTo("Parkleitsystem Liberec");
        }
    }

    @Test
    void suggestions_areAccessible() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.DARK, WIDE)) {
            Page page = open(visitor, "/solution");
            page.locator("#q").pressSequentially("par");
            page.locator("[role=option]").first().waitFor();

            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    @Test
    void suggestions_escape_leavesTheWords() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/solution");
            Locator box = page.locator("#q");
            box.pressSequentially("par");
            page.locator("[role=option]").first().waitFor();
            box.press("Escape");

            assertThat(page.locator("[role=listbox]").isVisible()).isFalse();
            assertThat(box.inputValue()).isEqualTo("par");
        }
    }

    @Test
    void facet_onAndOff_givesTheNumberBesideItAndBack() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/solution");
            String all = found(page).textContent();
            String number = page.locator(".facet li", new Page.LocatorOptions().setHasText("Energy"))
                    .locator(".count")
                    .first()
                    .textContent();
            facet(page, "Energy").first().click();

            assertThat(found(page).textContent()).isEqualTo(number + " solutions");
            page.getByLabel("Remove the filter Energy").click();
            assertThat(found(page).textContent()).isEqualTo(all);
        }
    }

    @Test
    void facets_thenBack_areUndoneOneByOne() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/solution");
            facet(page, "Mobility").first().click();
            String mobility = found(page).textContent();
            facet(page, "in operation").first().click();
            page.goBack();

            assertThat(found(page).textContent()).isEqualTo(mobility);
            assertThat(page.url()).endsWith("/solution?theme=mobility");
        }
    }

    @Test
    void list_opensAsAQueryWithTheSameNumberOfRows() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/solution?q=Parken&theme=mobility");
            String number = found(page).textContent().replaceAll("[^0-9]", "");
            page.getByText("Open as SPARQL query").click();

            assertThat(page.locator(".outcome").textContent()).contains("Complete: " + number + " rows");
            assertThat(page.locator("textarea").inputValue()).contains("atlas:matches \"Parken\"@en");
        }
    }

    @Test
    void language_chosenOnce_isRemembered() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/");
            page.locator("nav.languages a[lang=cs]").click();
            page.navigate(atlas.uri("/solution/liberec-parking-guidance").toString());

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("cs");
            assertThat(page.locator("h1").textContent()).isEqualTo("Parkovací naváděcí systém Liberec");
        }
    }

    @Test
    void keysOnly_fromTheHomePageToASimilarSolution() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/");
            tabTo(page, "q");
            page.keyboard().type("parking");
            page.keyboard().press("Enter");
            page.waitForURL("**/solution?q=parking");
            tabToLink(page, "Parking guidance system Liberec");
            page.keyboard().press("Enter");
            page.waitForURL("**/solution/liberec-parking-guidance");
            tabToLink(page, "CAM-CAR parking control");
            page.keyboard().press("Enter");
            page.waitForURL("**/solution/*cam-car*");

            assertThat(page.locator("h1").textContent()).contains("CAM-CAR");
        }
    }

    /** Presses Tab until an element has the focus, as often as a patient person would. */
    private static void tabTo(Page page, String id) {
        press(page, "document.activeElement.id === '" + id + "'");
    }

    private static void tabToLink(Page page, String text) {
        press(page, "document.activeElement.textContent.trim() === '" + text + "'");
    }

    private static void press(Page page, String until) {
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate(until))) {
                Object visible = page.evaluate("document.activeElement.matches(':focus-visible')"
                        + " && getComputedStyle(document.activeElement).outlineStyle !== 'none'");
                assertThat(visible).as("the focus can be seen").isEqualTo(true);
                return;
            }
        }
        throw new AssertionError("not reached by Tab: " + until);
    }

    @Test
    void withoutScripts_everythingIsReachable() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE, false)) {
            Page page = open(visitor, "/");
            page.locator("#q").fill("Parken");
            page.locator(".search button").click();
            facet(page, "Mobility").first().click();
            page.locator(".card a").first().click();
            page.locator(".facts a[href*='/region/']").first().click();
            page.locator("[data-code] a[aria-current]").waitFor();
            page.locator("nav.languages a[lang=pl]").click();
            page.locator("header a:text('Regiony')").click();
            page.locator("[data-code=CZ05] a").click();

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("pl");
            assertThat(page.url()).contains("/region/CZ05");
        }
    }

    @Test
    void solutionPage_weighsLessThan150Kilobytes() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = visitor.newPage();
            List<Integer> bytes = new ArrayList<>();
            page.onRequestFinished(request -> bytes.add(request.sizes().responseBodySize));
            page.navigate(atlas.uri("/solution/smart-village-app").toString());

            assertThat(bytes).hasSizeGreaterThan(1);
            assertThat(bytes.stream().mapToInt(Integer::intValue).sum()).isLessThan(150_000);
        }
    }

    @Test
    void printed_hidesWhatPaperCannotDo() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/solution/smart-village-app");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.locator("header nav").first().isVisible()).isFalse();
            assertThat(page.locator(".cite").isVisible()).isTrue();
        }
    }

    @Test
    void keyboard_firstStopSkipsToTheContent() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/solution");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");

            assertThat(page.url()).endsWith("#main");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
        }
    }

    @Test
    void reader_fromListToEntryInTheChosenLanguage() {
        try (BrowserContext visitor = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(visitor, "/");
            page.locator("nav.languages a[lang=de]").click();
            page.locator("header a:text('Lösungen')").click();
            page.locator(".card a").first().click();

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
            assertThat(page.locator("h2").first().textContent()).isEqualTo("Angaben");
        }
    }
}
