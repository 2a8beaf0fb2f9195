package posthorn.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import posthorn.app.platform.PostgresTest;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.DnsServer;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.text.Texts;

/// A newcomer with a real browser: signs up, confirms, adds a domain, reads its report, in both
/// languages. The DNS is the demo world's, asked over the network of this machine.
@PostgresTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@EnabledIf(value = "chromiumIsThere", disabledReason = "no Chromium here; set CHROMIUM to its path")
class BrowserTest {

    /// A language as browsers ask for it, and the word for a failed verdict.
    enum Language {
        ENGLISH("en-GB", "Broken"),
        GERMAN("de-DE", "Defekt");

        private final String tag;
        private final String broken;

        Language(String tag, String broken) {
            this.tag = tag;
            this.broken = broken;
        }

        Locale locale() {
            return Locale.forLanguageTag(tag);
        }
    }

    private static final String PASSWORD = "violet harbour tramline 41";

    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final DnsServer DNS = demoWorld();
    private static final int PORT = freePort();

    private static Playwright playwright;
    private static Browser browser;

    static boolean chromiumIsThere() {
        return Chromium.find().isPresent();
    }

    private static DnsServer demoWorld() {
        try {
            var anyPort = new InetSocketAddress(LOOPBACK, 0);
            return DnsServer.start(anyPort, new ZoneDns(DemoZones.read()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (var free = new ServerSocket(0, 1, LOOPBACK)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry registry) {
        registry.add("posthorn.port", () -> PORT);
        registry.add("posthorn.resolvers", () -> "127.0.0.1:" + DNS.address().getPort());
        registry.add("spring.quartz.auto-startup", () -> "true");
    }

    @BeforeAll
    static void open() {
        var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(Chromium.find().orElseThrow())
                                        .setArgs(FLAGS));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
        DNS.close();
    }

    @ParameterizedTest
    @EnumSource
    void aNewcomerSignsUpAddsADomainAndReadsItsReport(Language language) {
        try (var context = browser.newContext(asking(language))) {
            var page = context.newPage();
            var errors = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    errors.add(message.text());
                }
            });

            typesADomain(page);
            signsUp(page, language);
            confirms(page);
            addsTheDomain(page);
            readsTheReport(page, language);

            assertThat(errors).isEmpty();
        }
    }

    private static Browser.NewContextOptions asking(Language language) {
        return new Browser.NewContextOptions().setLocale(language.tag);
    }

    private static void typesADomain(Page page) {
        page.navigate("http://localhost:" + PORT + "/");
        isAccessible(page);
        page.locator("main input[name=domain]").fill("ladegast.net");
        submit(page);
    }

    private static void signsUp(Page page, Language language) {
        assertThat(page.locator("html")).hasAttribute("lang", language.locale().getLanguage());
        isAccessible(page);
        page.locator("#email").fill("alice." + language.tag + "@example.org");
        page.locator("#password").fill(PASSWORD);
        submit(page);
        page.waitForURL("**/sign-up/sent");
        isAccessible(page);
    }

    private static void confirms(Page page) {
        page.navigate("http://localhost:" + PORT + "/outbox");
        isAccessible(page);
        page.locator("tbody tr a").first().click();
        page.locator("a[href*='/confirm?']").click();
        isAccessible(page);
        page.locator("#password").fill(PASSWORD);
        submit(page);
    }

    private static void addsTheDomain(Page page) {
        assertThat(page.locator("#names")).hasValue("ladegast.net");
        isAccessible(page);
        page.locator("#selectors").fill("default");
        submit(page);
        page.waitForURL("**/domains/ladegast.net");
    }

    /// As published, the domain has no DMARC record, and all else is in order.
    private static void readsTheReport(Page page, Language language) {
        var noDmarc =
                Texts.in(language.locale())
                        .sentence(Finding.critical("dmarc.missing", "ladegast.net"));
        assertThat(page.locator("main")).containsText(noDmarc, within60s());
        assertThat(page.locator("main")).containsText(language.broken);
        assertThat(page.locator("main")).containsText("v=spf1 a mx -all");
        assertThat(page.getByText("v=DMARC1; p=none").first()).isVisible();
        isAccessible(page);
    }

    private static LocatorAssertions.ContainsTextOptions within60s() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);
    }

    private static void submit(Page page) {
        page.locator("main form button[type=submit]").first().click();
    }

    /// WCAG 2.2 AA as far as a program can tell.
    private static void isAccessible(Page page) {
        var tags = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
        var violations = new AxeBuilder(page).withTags(tags).analyze().getViolations();
        assertThat(violations.stream().map(Rule::getId).toList()).as(page.url()).isEmpty();
    }
}
