package posthorn.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.DnsName;

class ServerLinesTest {

    private static final Path FILES = Path.of("src/main/resources/server");
    private static final DnsName DOMAIN = DnsName.of("example.org");

    @Test
    void putsTheHostIntoTheLinesOfEachSoftware() {
        var lines = of(Finding.critical("tls.no-starttls", "mail.example.org"));

        assertThat(lines)
                .extracting(ServerLines::software)
                .containsExactly(
                        Software.POSTFIX,
                        Software.EXIM,
                        Software.SENDMAIL,
                        Software.CERTBOT,
                        Software.ACME);
        assertThat(lines)
                .allMatch(each -> all(each).contains("mail.example.org"))
                .noneMatch(each -> all(each).contains("<your"));
    }

    @Test
    void saysWhatBelongsIntoAPlaceThatIsNotKnown() {
        var postfix = of(Finding.notice("helo.not-fqdn", "192.0.2.1")).getFirst();

        assertThat(postfix.steps().getFirst().lines()).isEqualTo("myhostname = <your host name>");
        assertThat(all(postfix)).contains("dig +short -x 192.0.2.1");
    }

    @Test
    void saysItInGerman() {
        var finding = Finding.notice("helo.not-fqdn", "192.0.2.1");

        var postfix = ServerLines.of(finding, DOMAIN, Locale.GERMAN).getFirst();

        assertThat(postfix.steps().getFirst().lines())
                .isEqualTo("myhostname = <Name Ihres Servers>");
    }

    @Test
    void givesEachMailHostALineInThePolicy() {
        var finding =
                Finding.notice("mtasts.absent", DOMAIN)
                        .with("hosts", List.of("mx1.example.org", "mx2.example.org"));

        var policy = of(finding).getFirst().steps().getFirst();

        assertThat(policy.lines())
                .isEqualTo(
                        """
                        version: STSv1
                        mode: testing
                        mx: mx1.example.org
                        mx: mx2.example.org
                        max_age: 604800\
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.org\nmyhostname = evil.example",
                "mail.example.org; touch x",
                "$(id).example.org",
                "`id`.example.org",
                "mail.example.org')dnl",
                "mail.example.org/../../etc",
                "../etc/passwd",
                "-oProxyCommand.example.org",
                "mail..example.org",
                "mail_1.example.org",
                "localhost",
                "192.0.2.1",
                "{domain}.example.org",
                "mäil.example.org",
                "mail.example.org ",
                ""
            })
    void leavesOutAHostThatCouldMeanMoreThanItself(String host) {
        var lines = of(Finding.critical("tls.no-starttls", host));

        assertThat(lines).isNotEmpty();
        assertThat(all(lines.getFirst())).contains("/live/<your host name>/privkey.pem");
        assertThat(lines).noneMatch(each -> !host.isBlank() && all(each).contains(host));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a b", "-s", "a/b", "..", "A", "a.b.c.d.e", "s$1", "{old}"})
    void leavesOutASelectorThatCouldMeanMoreThanItself(String selector) {
        var lines = of(Finding.critical("dkim.selector-missing", selector));

        assertThat(all(lines.getFirst())).contains("/dkim/<selector>.private");
    }

    @Test
    void takesSelectorsAsTheyAreInUse() {
        var lines = of(Finding.critical("dkim.selector-missing", "2026a.mail-1"));

        assertThat(all(lines.getFirst())).contains("/dkim/2026a.mail-1.private");
    }

    @Test
    void takesADomainForNoSelector() {
        var keys = Finding.warning("dkim.ed25519-only", DOMAIN).with("selectors", List.of("mail"));
        var bulk = Finding.notice("bulk.dkim-key", DOMAIN);

        assertThat(all(of(keys).getFirst())).contains("TXT mail._domainkey.example.org");
        assertThat(all(of(bulk).getFirst())).contains("TXT <old selector>._domainkey.example.org");
    }

    @Test
    void saysNothingWhereAProviderRunsTheServer() {
        var finding =
                Finding.critical("tls.no-starttls", "mx.example.net").with("operator", "Provider");

        assertThat(of(finding)).isEmpty();
    }

    @Test
    void saysNothingWhereTheHostIsAKnownProviders() {
        var finding =
                Finding.notice("banner.mismatch", "192.0.2.1")
                        .with("hosts", List.of("aspmx.l.google.com"));

        assertThat(of(finding)).isEmpty();
    }

    @Test
    void speaksOfSendingOnlyWhereSomethingIsSent() {
        var listed = Finding.critical("dnsbl.listed-a", "192.0.2.1 alpha");

        assertThat(of(listed.with("sends", true))).isNotEmpty();
        assertThat(of(listed.with("sends", false))).isEmpty();
    }

    @Test
    void speaksOfSigningOnlyWhereSignaturesAreMissing() {
        var lacking = Finding.notice("bulk.auth-both", DOMAIN);

        assertThat(of(lacking.with("methods", List.of("DKIM")))).isNotEmpty();
        assertThat(of(lacking.with("methods", List.of("SPF")))).isEmpty();
    }

    @Test
    void saysNothingWhereTheCureIsARecord() {
        assertThat(of(Finding.critical("spf.multiple", DOMAIN))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyRecipeCanBeShownWithoutAFinding(String language) {
        for (var recipe : Recipes.all()) {
            for (var code : recipe.sources().keySet()) {
                var lines = ServerLines.of(code, Locale.of(language));

                assertThat(lines).as(code).isNotEmpty();
                assertThat(lines).allMatch(each -> !each.steps().isEmpty());
                assertThat(lines).noneMatch(each -> all(each).matches("(?s).*\\{[a-z]+}.*"));
            }
        }
    }

    @Test
    void everyFileIsRead() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            var names =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".recipe"))
                            .map(name -> name.replace(".recipe", ""))
                            .toList();

            assertThat(names).containsExactlyInAnyOrderElementsOf(Recipes.NAMES);
        }
    }

    @Test
    void everySoftwareSaysHowToSeeThatItWorked() {
        for (var recipe : Recipes.all()) {
            for (var part : recipe.parts()) {
                assertThat(Stream.concat(part.steps().stream(), recipe.every().stream()))
                        .as(recipe.name() + " " + part.software())
                        .anyMatch(step -> step.kind() == Step.Kind.TEST);
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameWordsAndAllAreUsed() throws IOException {
        var english = words("words.properties");

        assertThat(words("words_de.properties").stringPropertyNames())
                .isEqualTo(english.stringPropertyNames());
        assertThat(used()).containsExactlyElementsOf(new TreeSet<>(english.stringPropertyNames()));
    }

    /// The keys that recipes ask for; `elsewhere` may be missing.
    private static Set<String> used() throws IOException {
        var known = words("words.properties").stringPropertyNames();
        var text = new StringBuilder();
        for (var name : Recipes.NAMES) {
            text.append(Files.readString(FILES.resolve(name + ".recipe")));
        }
        var used = new TreeSet<String>();
        used.add("software.web");
        collect(text, "(?m)^note (.+)$", "note.", used);
        collect(text, "\\{([a-z]+)}", "blank.", used);
        collect(text, "(?m)^(?:edit|create|delete) (.+)$", "elsewhere.", used);
        return used.stream()
                .filter(key -> !key.startsWith("elsewhere.") || known.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void collect(CharSequence text, String pattern, String front, Set<String> to) {
        Pattern.compile(pattern)
                .matcher(text)
                .results()
                .forEach(found -> to.add(front + found.group(1)));
    }

    private static Properties words(String name) throws IOException {
        var words = new Properties();
        words.load(new StringReader(Files.readString(FILES.resolve(name))));
        return words;
    }

    private static List<ServerLines> of(Finding finding) {
        return ServerLines.of(finding, DOMAIN, Locale.ENGLISH);
    }

    private static String all(ServerLines lines) {
        return lines.steps().stream()
                .map(step -> step.file() + "\n" + step.lines())
                .collect(Collectors.joining("\n"));
    }
}
