package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import eu.solutionatlas.network.HubStatus;
import eu.solutionatlas.support.TestBrowser;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages about partner hubs and of what was copied from them, in a real browser. */
class NetworkIT {
    private static final int WIDE = 1280;
    private static final int SMALL = 360;

    private static final List<String> PAGES = List.of(
            "/federation",
            "/federation?lang=pl",
            "/hub/liberec",
            "/hub/dolny-slask?lang=cs",
            "/federation/report/liberec?lang=de",
            "/federation/report/dolny-slask",
            "/federation/same",
            "/hub/liberec/solution/smart-parking",
            "/hub/liberec/actor/kraj?lang=de",
            "/actor/liberecky-kraj",
            "/solution?q=Jablonec",
            "/solution/liberec-parking-guidance",
            "/");

    private static NetworkHub hub;
    private static TestBrowser browser;

    @BeforeAll
    static void start() throws Exception {
        hub = NetworkHub.start();
        hub.set("liberec", NetworkHub.seen("2026-11-24T09:10:00Z", 87, HubStatus.Outcome.UNCHANGED));
        hub.set("liberec", NetworkHub.reportWithFindings());
        browser = TestBrowser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        hub.close();
    }

    static Stream<String> pages() {
        return PAGES.stream();
    }

    private static Page open(BrowserContext context, String path) {
        Page page = context.newPage();
        page.navigate(hub.uri(path).toString());
        return page;
    }

    /** Looked at by whoever sets the property to a directory. */
    private static void picture(Page page, String path, String how) {
        String directory = System.getProperty("network.pictures");
        if (directory != null) {
            String name = path.replaceAll("[^a-z0-9]+", "-") + "-" + how + ".png";
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(directory, name)));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_accessible(String path) {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, path);
            picture(page, path, "light");

            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_inTheDark_canBeRead(String path) {
        try (BrowserContext context = browser.visitor(ColorScheme.DARK, WIDE)) {
            Page page = open(context, path);
            picture(page, path, "dark");

            assertThat(TestBrowser.barriersOfColour(page)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void page_smallScreen_nothingSticksOut(String path) {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, SMALL)) {
            Page page = open(context, path);
            picture(page, path, "small");

            assertThat(TestBrowser.contentWidth(page)).isLessThanOrEqualTo(SMALL);
        }
    }

    @Test
    void withoutScripts_fromAllHubsToThisOneAndBack() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE, false)) {
            Page page = open(context, "/solution?theme=smart-parking");
            String all = page.locator(".found").textContent();
            page.locator(".hubs a:text('this hub')").click();
            String own = page.locator(".found").textContent();
            page.locator("#q").fill("Jablonec");
            page.locator(".search button").click();

            assertThat(own).isNotEqualTo(all);
            assertThat(page.locator(".found").textContent()).startsWith("0 solutions");
            page.locator(".hubs a:text('all hubs')").click();
            assertThat(page.locator(".card .from").textContent()).contains("Liberec Atlas");
        }
    }

    @Test
    void suggestion_ofACopy_saysItsHubAndLeadsThere() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, "/");
            page.locator("#q").pressSequentially("smart parking in j");
            page.locator("[role=option]").first().waitFor();
            assertThat(page.locator("[role=option]").first().textContent()).endsWith("· Liberec Atlas");
            page.locator("[role=option]").first().click();
            page.waitForURL("**/hub/liberec/solution/smart-parking*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/federation", "/federation/report/liberec"})
    void cellsOfATable_onAPhone_areAllInSight(String path) {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, SMALL)) {
            Page page = open(context, path);

            assertThat(page.locator(".rowcards tbody td").all()).isNotEmpty().allSatisfy(cell -> {
                BoundingBox box = cell.boundingBox();
                assertThat(box.x).isNotNegative();
                assertThat(box.x + box.width).isLessThanOrEqualTo(SMALL);
            });
        }
    }

    @Test
    void cellOfATable_onAPhone_saysWhatItIs() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, SMALL)) {
            Page page = open(context, "/federation");
            Object label = page.locator("#hub-liberec td")
                    .nth(1)
                    .evaluate("cell => getComputedStyle(cell, '::before').content");

            assertThat(String.valueOf(label)).contains("State");
        }
    }

    @Test
    void tile_leadsToItsHubInTheTable() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, "/federation");
            page.locator(".tile a[href='#hub-dolny-slask']").first().click();

            assertThat(page.locator("tr:target").textContent()).contains("Lower Silesia in data");
        }
    }
}
