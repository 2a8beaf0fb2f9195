package posthorn.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import posthorn.app.reports.SamplePages;

@SpringBootTest(
        classes = {PagesApp.class, SamplePages.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "server.shutdown=immediate")
class SamplesTest {

    @LocalServerPort private int port;
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "domains/full",
                "report/bad",
                "report/hostile",
                "check/hostile",
                "history/hostile",
                "transcript/hostile"
            })
    void showsHostileTextAsText(String page) {
        for (var language : new String[] {"en", "de"}) {
            var body = browser.get("/sample/" + page, "Accept-Language", language).body();

            assertThat(body)
                    .contains("lang=\"" + language + "\"")
                    .doesNotContain("<script>alert", "\u202e", "\u0007", "<b>\"", "??")
                    .doesNotContainPattern("\\son\\w+=");
        }
        assertThat(browser.get("/sample/report/hostile").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;\\u{202e}gro.elpmaxe\\u{7}");
    }

    @Test
    void saysVerdictsInWords() {
        var body = browser.get("/sample/domains/full").body();

        assertThat(body).contains("Broken", "Needs attention", "Not known", "Good", "Paused");
    }

    @Test
    void leadsFromAnEmptyListToAdding() {
        assertThat(browser.get("/sample/domains/empty").body())
                .contains("No domains yet", "href=\"/domains/add\"");
    }

    @Test
    void keepsAskingWhileACheckRuns() {
        assertThat(browser.get("/sample/report/running").body())
                .contains("hx-trigger=\"every 2s\"", "aria-busy=\"true\"")
                .doesNotContain("Check now");
        assertThat(browser.get("/sample/report/bad").body())
                .contains("Check now")
                .doesNotContain("hx-trigger");
    }

    @Test
    void offersNothingToChangeToThoseWhoRead() {
        assertThat(browser.get("/sample/report/bob").body())
                .doesNotContain("Check now", "/settings", "<form method=\"post\"");
        assertThat(browser.get("/sample/domains/bob").body()).doesNotContain("/domains/add");
    }

    @Test
    void folds() {
        var body = browser.get("/sample/report/bad").body();

        assertThat(body).containsPattern("id=\"spf\"[^>]*open");
        assertThat(body).doesNotContainPattern("id=\"mx\"[^>]*open");
    }

    @Test
    void drawsTheTreeOfTerms() {
        assertThat(browser.get("/sample/check/x").body())
                .containsSubsequence(
                        "class=\"tree\"",
                        "sascha-brockel.de",
                        "include:_spf.example.net",
                        "include:_netblocks.example.net",
                        "ip4:198.51.100.0/24");
    }
}
