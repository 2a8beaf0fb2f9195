package posthorn.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = PagesApp.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "server.shutdown=immediate")
class SiteTest {

    private static final Pattern FILE =
            Pattern.compile("(?:href|src)=\"(/(?:assets|webjars)/[^\"]+)");

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
    @ValueSource(strings = {"/", "/nothing", "/assets/css/posthorn.css", "/assets/nothing.css"})
    void keepsBrowsersCareful(String path) {
        var headers = browser.get(path).headers();

        assertThat(headers.allValues("Content-Security-Policy"))
                .containsExactly(
                        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
                                + " data:; connect-src 'self'; font-src 'self'; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'; object-src 'none'");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
        assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
        assertThat(headers.firstValue("Permissions-Policy")).isPresent();
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void letsPagesNotBeKept() {
        assertThat(browser.get("/").headers().allValues("Cache-Control"))
                .containsExactly("no-store");
    }

    @Test
    void servesEveryFileOfThePageForGood() {
        var files = FILE.matcher(browser.get("/").body()).results().map(r -> r.group(1)).toList();

        assertThat(files).hasSizeGreaterThan(4).allMatch(name -> name.matches(".*-[0-9a-f]{32}.*"));
        for (var file : files) {
            var answer = browser.get(file);
            assertThat(answer.statusCode()).as(file).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValue("max-age=31536000, public, immutable");
        }
    }

    @Test
    void compressesText() {
        var answer = browser.get("/assets/css/posthorn.css", "Accept-Encoding", "gzip");

        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    }

    @Test
    void speaksTheLanguageTheBrowserAsksFor() {
        assertThat(browser.get("/", "Accept-Language", "de-AT,en;q=0.5").body())
                .contains("lang=\"de\"", "Ihre Domain");
        assertThat(browser.get("/", "Accept-Language", "fr").body())
                .contains("lang=\"en\"", "Your domain");
        assertThat(browser.get("/").body()).contains("Your domain");
    }

    @Test
    void remembersTheChosenLanguageAndStaysOnThePage() {
        var switched = browser.get("/?lang=de&domain=example.org", "Accept-Language", "en");

        assertThat(switched.statusCode()).isEqualTo(303);
        assertThat(switched.headers().firstValue("Location")).hasValue("/?domain=example.org");
        assertThat(switched.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("lang=de;")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(browser.get("/", "Cookie", "lang=de", "Accept-Language", "en").body())
                .contains("lang=\"de\"");
    }

    @Test
    void ignoresLanguagesItDoesNotHave() {
        assertThat(browser.get("/?lang=xx").statusCode()).isEqualTo(200);
        assertThat(browser.get("/", "Cookie", "lang=\"><script>").body())
                .contains("lang=\"en\"")
                .doesNotContain("<script>");
    }

    @Test
    void remembersTheChosenTheme() {
        var dark = browser.get("/?theme=dark");

        assertThat(dark.headers().firstValue("Location")).hasValue("/");
        assertThat(dark.headers().firstValue("Set-Cookie").orElse("")).startsWith("theme=dark;");
        assertThat(browser.get("/", "Cookie", "theme=dark").body()).contains("data-theme=\"dark\"");
        assertThat(browser.get("/").body()).doesNotContain("data-theme");
        assertThat(browser.get("/?theme=system").headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("theme=;")
                .contains("Max-Age=0");
    }

    @Test
    void showsErrorsWithWordsAndANumberOnly() {
        var missing = browser.get("/nothing%20here?x=%3Cscript%3E", "Accept-Language", "de");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body())
                .contains("Hier ist nichts")
                .containsPattern("<code>[0-9a-f]{10}</code>")
                .doesNotContain("<script>", "Exception", "springframework", "Tomcat");
    }

    @Test
    void saysWhenAMethodDoesNotFit() {
        var wrong = browser.send("DELETE", "/");

        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.body()).contains("That does not work this way");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%00",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%2f..%2fapplication.yml",
                "/?lang=%00",
                "/a%5cb",
                "/;a=b",
                "/error",
                "/%ff",
                "/assets/%252e%252e/x"
            })
    void survivesOddAddresses(String path) {
        var answer = browser.get(path);

        assertThat(answer.statusCode()).isLessThan(500);
        assertThat(answer.body()).doesNotContain("Exception", "Tomcat", "root:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /<> HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n"
            })
    void answersWhatIsNoHttpWithAStatusAlone(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("Content-Security-Policy: default-src 'none'", "nosniff")
                    .doesNotContain("<style", "Tomcat", "Exception");
        }
    }

    @Test
    void neverLinksToAnotherHost() {
        for (var path : List.of("//evil.example/", "/%5cevil.example/", "/%2fevil.example")) {
            var answer = browser.get(path + "?lang=de");
            assertThat(answer.headers().firstValue("Location").orElse("/")).doesNotStartWith("//");
            assertThat(answer.body()).doesNotContain("href=\"//");
        }
    }
}
