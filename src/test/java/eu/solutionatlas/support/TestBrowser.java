package eu.solutionatlas.support;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser without a window. */
public final class TestBrowser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static TestBrowser start() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new TestBrowser(playwright, browser);
    }

    /**
     * A visitor with a window of their own, reading English.
     *
     * @param width of the window, in CSS pixels
     */
    public BrowserContext visitor(ColorScheme scheme, int width) {
        return visitor(scheme, width, true);
    }

    /**
     * As {@link #visitor(ColorScheme, int)}.
     *
     * @param scripts whether the browser runs any
     */
    public BrowserContext visitor(ColorScheme scheme, int width, boolean scripts) {
        return browser.newContext(new Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setViewportSize(width, 800));
    }

    /** What axe finds wrong with a page, a line for each rule that is broken. */
    public static List<String> barriers(Page page) {
        return broken(new AxeBuilder(page).withTags(RULES));
    }

    /** As {@link #barriers}, by those rules alone that look at colours: of a page in other colours the rest is known. */
    public static List<String> barriersOfColour(Page page) {
        return broken(new AxeBuilder(page).withRules(List.of("color-contrast", "link-in-text-block")));
    }

    private static List<String> broken(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + ": "
                        + rule.getNodes().stream().map(node -> node.getHtml()).toList())
                .toList();
    }

    /** How wide the content of a page is, in CSS pixels; wider than its window when something sticks out. */
    public static int contentWidth(Page page) {
        return ((Number) page.evaluate("document.documentElement.scrollWidth")).intValue();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
