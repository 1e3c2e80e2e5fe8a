package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The maps of regions in a real browser: by mouse, by keyboard, on a small screen, and with an operator's outlines. */
class MapIT {
    private static final int WIDE = 1280;
    /** WCAG 2.2 success criterion 1.4.10. */
    private static final int SMALLEST = 320;

    @TempDir
    static Path directory;

    private static TestAtlas plain;
    private static TestAtlas outlined;
    private static TestBrowser browser;

    @BeforeAll
    static void start() throws IOException {
        plain = TestAtlas.withRealData();
        Path file = Files.writeString(directory.resolve("outlines.geojson"), """
                {"type": "FeatureCollection", "features": [
                  {"type": "Feature", "properties": {"NUTS_ID": "DED2D"}, "geometry": {"type": "Polygon",
                    "coordinates": [[[14.5, 50.9], [15.0, 50.9], [15.0, 51.5], [14.5, 51.5], [14.5, 50.9]]]}},
                  {"type": "Feature", "properties": {"NUTS_ID": "PL515"}, "geometry": {"type": "Polygon",
                    "coordinates": [[[15.0, 50.9], [16.0, 50.9], [16.0, 51.5], [15.0, 51.5], [15.0, 50.9]]]}}]}
                """);
        outlined = TestAtlas.start(
                Map.of("atlas.map.outlines", file.toString(), "atlas.map.attribution", "© The surveyors"),
                Path.of("data"));
        browser = TestBrowser.start();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        outlined.close();
        plain.close();
    }

    private static Page open(BrowserContext context, TestAtlas atlas, String path) {
        Page page = context.newPage();
        page.navigate(atlas.uri(path).toString());
        return page;
    }

    private static Locator tile(Page page, String code) {
        return page.locator("[data-code=" + code + "] a");
    }

    @Test
    void click_leadsFromTheWholeToASmallRegionAndAcrossTheBorder() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, plain, "/region");
            for (String code : List.of("DED2", "DED2D", "PL515")) {
                tile(page, code).click();
                assertThat(page.url()).contains("/region/" + code);
            }
        }
    }

    @Test
    void click_fromACountryDown() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, plain, "/region/DE");
            for (String code : List.of("DED", "DED4", "DED44")) {
                tile(page, code).click();
                assertThat(page.url()).contains("/region/" + code);
            }
        }
    }

    @Test
    void keyboard_goesThroughTheTilesByCountryAndName() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, plain, "/region?lang=de");
            tabTo(page, "DE40");
            List<String> met = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                met.add(focusedCode(page));
                page.keyboard().press("Tab");
            }

            assertThat(met).containsExactly("DE40", "DED4", "DED2", "DED5", "PL43");
        }
    }

    @Test
    void keyboard_alone_leadsToASmallRegion() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, plain, "/region");
            for (String code : List.of("CZ05", "CZ051")) {
                tabTo(page, code);
                page.keyboard().press("Enter");
                page.waitForURL("**/region/" + code + "*");
            }

            assertThat(page.locator("h1").textContent()).isEqualTo("Liberec Region");
        }
    }

    private static void tabTo(Page page, String code) {
        for (int i = 0; i < 60 && !focusedCode(page).equals(code); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focusedCode(page)).isEqualTo(code);
    }

    private static String focusedCode(Page page) {
        return (String) page.evaluate("document.activeElement.closest('[data-code]')?.dataset.code ?? ''");
    }

    @Test
    void tiles_standAsOnAMap() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, plain, "/region/DED2D");
            BoundingBox goerlitz = tile(page, "DED2D").boundingBox();
            BoundingBox zgorzelec = tile(page, "PL515").boundingBox();
            BoundingBox zittausNeighbour = tile(page, "CZ051").boundingBox();

            assertThat(zgorzelec.x).isGreaterThan(goerlitz.x);
            assertThat(zgorzelec.y).isEqualTo(goerlitz.y);
            assertThat(zittausNeighbour.x).isEqualTo(goerlitz.x);
            assertThat(zittausNeighbour.y).isGreaterThan(goerlitz.y);
        }
    }

    @Test
    void tile_forAScreenReader_hasFullNameAndNumber() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, plain, "/region/DED2D");

            assertThat(tile(page, "PL431").ariaSnapshot())
                    .startsWith("- link \"Gorzów (Gorzów subregion) 1 solution\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/region", "/region/DE", "/region/DE40", "/region/DED2D?lang=pl"})
    void smallScreen_nothingSticksOut(String path) {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, SMALLEST)) {
            assertThat(TestBrowser.contentWidth(open(context, plain, path))).isLessThanOrEqualTo(SMALLEST);
        }
    }

    @Test
    void smallScreen_withOutlines_nothingSticksOut() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, SMALLEST)) {
            Page page = open(context, outlined, "/region/DED2D");
            page.locator(".outlines path").first().waitFor();

            assertThat(TestBrowser.contentWidth(page)).isLessThanOrEqualTo(SMALLEST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/region/DE40?lang=de", "/region/PL51?lang=pl", "/region/CZ02?lang=cs"})
    void tiles_anyWidth_nameStaysOnItsTile(String path) {
        for (int width : List.of(WIDE, 900, 768, SMALLEST)) {
            try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, width)) {
                Object out = open(context, plain, path)
                        .evaluate(
                                "[...document.querySelectorAll('.tile a')].filter(a => a.scrollWidth > a.clientWidth + 1"
                                        + " || a.scrollHeight > a.clientHeight + 1).map(a => a.textContent)");

                assertThat(out).as(path + " at " + width).isEqualTo(List.of());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/region", "/region/DE", "/region/DED2D", "/region/DE40"})
    void page_accessible(String path) {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            assertThat(TestBrowser.barriers(open(context, plain, path))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/region", "/region/DE", "/region/DED2D", "/region/DE40"})
    void page_inTheDark_canBeRead(String path) {
        try (BrowserContext context = browser.visitor(ColorScheme.DARK, WIDE)) {
            assertThat(TestBrowser.barriersOfColour(open(context, plain, path))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT", "DARK"})
    void pageWithOutlines_accessible(ColorScheme scheme) {
        try (BrowserContext context = browser.visitor(scheme, WIDE)) {
            Page page = open(context, outlined, "/region/DED2D");
            page.locator(".outlines path").first().waitFor();

            assertThat(TestBrowser.barriers(page)).isEmpty();
        }
    }

    @Test
    void outlines_showRegionsInTheShadesOfTheirTiles() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, outlined, "/region/DED2D");
            page.locator(".outlines path").first().waitFor();
            String shade = page.locator("[data-code=PL515]").getAttribute("data-shade");

            assertThat(page.locator(".outlines path").count()).isEqualTo(2);
            assertThat(page.locator(".outlines path.shade" + shade).first().evaluate("p => getComputedStyle(p).fill"))
                    .isEqualTo(tile(page, "PL515").evaluate("a => getComputedStyle(a).backgroundColor"));
        }
    }

    @Test
    void outlines_underThePointer_sayNameAndNumber() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, outlined, "/region/DED2D");
            page.locator(".outlines path.here").hover();

            assertThat(page.locator(".leaflet-tooltip").textContent()).contains("Görlitz district", "solutions");
        }
    }

    @Test
    void outlines_click_leadsToTheRegion() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = open(context, outlined, "/region/DED2D?lang=pl");
            page.locator(".outlines path:not(.here)").click();
            page.waitForURL("**/region/PL515?lang=pl");

            assertThat(page.locator("h1").textContent()).isEqualTo("podregion jeleniogórski");
        }
    }

    @Test
    void outlines_needNothingFromElsewhereAndBreakNoPolicy() {
        try (BrowserContext context = browser.visitor(ColorScheme.LIGHT, WIDE)) {
            Page page = context.newPage();
            List<String> complaints = new ArrayList<>();
            List<String> requests = new ArrayList<>();
            page.onConsoleMessage(message -> complaints.add(message.text()));
            page.onPageError(complaints::add);
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(outlined.uri("/region/DED2D").toString());
            page.locator(".outlines path").first().waitFor();
            page.locator(".leaflet-control-zoom-in").click();

            assertThat(complaints).isEmpty();
            assertThat(requests)
                    .allMatch(url -> url.startsWith(outlined.uri("/").toString()));
        }
    }
}
