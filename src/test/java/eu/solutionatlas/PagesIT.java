package eu.solutionatlas;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import eu.solutionatlas.support.TestAtlas;
import eu.solutionatlas.support.TestBrowser;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of page in a real browser, opened once: accessible in light and dark, readable on a small screen, quiet. */
@ParameterizedClass
@MethodSource("pages")
class PagesIT {
    private static final int WIDE = 1280;
    private static final int HEIGHT = 800;

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
            "/dump/latest?lang=de",
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
    private static Page page;
    private static final List<String> COMPLAINTS = new ArrayList<>();

    private final String path;

    PagesIT(String path) {
        this.path = path;
    }

    @BeforeAll
    static void start() {
        atlas = TestAtlas.withRealDataAndDumps();
        browser = TestBrowser.start();
        page = browser.visitor(ColorScheme.LIGHT, WIDE).newPage();
        page.onConsoleMessage(message -> COMPLAINTS.add(message.text()));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        atlas.close();
    }

    static List<String> pages() {
        return PAGES;
    }

    @BeforeParameterizedClassInvocation
    static void open(String path) {
        COMPLAINTS.clear();
        page.navigate(atlas.uri(path).toString());
    }

    private static void look(ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, HEIGHT);
    }

    @Test
    void page_accessible() {
        look(ColorScheme.LIGHT, WIDE);
        assertThat(TestBrowser.barriers(page)).as(path).isEmpty();
    }

    @Test
    void page_inTheDark_canBeRead() {
        look(ColorScheme.DARK, WIDE);
        assertThat(TestBrowser.barriersOfColour(page)).as(path).isEmpty();
    }

    /** WCAG 2.2 success criterion 1.4.10: 320 CSS pixels without scrolling in two directions. */
    @ParameterizedTest
    @ValueSource(ints = {360, 320})
    void page_smallScreen_nothingSticksOut(int width) {
        look(ColorScheme.LIGHT, width);
        assertThat(TestBrowser.contentWidth(page)).as(path).isLessThanOrEqualTo(width);
    }

    @Test
    void page_saysNothingOnTheConsole() {
        // The status of the document itself is reported there, too.
        assertThat(COMPLAINTS).as(path).noneMatch(text -> !text.contains("404"));
    }
}
