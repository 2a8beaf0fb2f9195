package posthorn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.outside.DnsServer;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.ServerText;
import posthorn.engine.outside.World;
import posthorn.engine.outside.ZoneDns;

@Timeout(30)
class CheckVerbTest {

    private static final String DEMO = "../../ops/demo";

    @TempDir private Path folder;

    private static int run(Shell shell, String... args) {
        var all = new ArrayList<>(List.of("check", "--zone", DEMO));
        all.addAll(List.of(args));
        return shell.run(all.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({
        "healthy.example, 0",
        "short-key.example, 1",
        "two-spf.example, 2",
        "silent.example, 3",
        "silent.example short-key.example, 1",
        "healthy.example silent.example, 3",
        "two-spf.example healthy.example, 2"
    })
    void theWorstDomainDecidesTheStatus(String domains, int status) {
        var args = new ArrayList<>(List.of(domains.split(" ")));
        args.addAll(List.of("--selector", "mail"));

        assertThat(run(new Shell(), args.toArray(String[]::new))).isEqualTo(status);
    }

    @Test
    void showsTheLinesForTheSoftwareAskedFor() throws Exception {
        var zone = folder.resolve("world.zone");
        Files.writeString(
                zone,
                """
                example.org.       MX 10 mail.example.org.
                mail.example.org.  A  192.0.2.25
                $SMTP 192.0.2.25
                greeting 220 mail.example.org ESMTP Exim 4.96
                ehlo 250 mail.example.org
                ehlo 250 SIZE 52428800
                not-offered
                $END
                """);
        var plain = new Shell();
        var asked = new Shell();
        var args = List.of("check", "example.org", "--zone", zone.toString(), "--only", "tls");

        plain.run(args.toArray(String[]::new));
        var more = new ArrayList<>(args);
        more.addAll(List.of("--server", "exim,certbot"));
        asked.run(more.toArray(String[]::new));

        assertThat(plain.out()).contains("seems to run Exim").doesNotContain("MAIN_TLS_ENABLE");
        assertThat(asked.out())
                .contains(
                        "MAIN_TLS_ENABLE = yes",
                        "certbot certonly --standalone -d mail.example.org")
                .doesNotContain("smtpd_tls_chain_files");
    }

    @Test
    void reportsInTheOrderOfAsking() {
        var shell = new Shell();

        run(shell, "two-spf.example", "healthy.example");

        assertThat(shell.out().indexOf("two-spf.example\n")).isZero();
        assertThat(shell.out()).contains("\nhealthy.example\n");
    }

    @Test
    void namesTheRecordToPaste() {
        var shell = new Shell();

        run(shell, "slip.example");

        assertThat(shell.out())
                .contains("Publish:")
                .contains("slip.example. TXT \"v=spf1 mx ip4:192.0.2.8 -all\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only spf,mx | MX SPF",
                "--only spf --only dmarc --skip spf | DMARC",
                "--only mx,spf --skip mx | SPF"
            })
    void runsTheChecksThatAreWanted(String options, String kinds) {
        var shell = new Shell();
        var args = new ArrayList<>(List.of("healthy.example"));
        args.addAll(List.of(options.strip().split(" ")));

        run(shell, args.toArray(String[]::new));

        assertThat(shell.out().lines().filter(line -> line.matches("[A-Z]+")))
                .containsExactly(kinds.strip().split(" "));
    }

    @Test
    void endsWithTheGrade() {
        var shell = new Shell();

        run(shell, "two-spf.example");

        assertThat(shell.out())
                .contains("\nGRADE\n  C   79 of 100 points; 82 if nothing held it down.\n")
                .contains("      Something is broken: no better than C.\n")
                .contains("SPF       0.0 of 16.9: −16.9 spf.multiple two-spf.example\n")
                .contains("spf.multiple two-spf.example: +17, then A\n");
    }

    @Test
    void writesNumbersAsTheLanguageDoes() {
        var shell = new Shell();

        run(shell, "two-spf.example", "--lang", "de");

        assertThat(shell.out()).contains("SPF       0,0 von 16,9: −16,9 spf.multiple");
    }

    @Test
    void givesNoGradeWhereTooMuchIsUnknown() {
        var shell = new Shell();

        run(shell, "silent.example");

        assertThat(shell.out())
                .contains("\nGRADE\n  –   No grade: too much could not be judged.\n")
                .contains("SPF       15.6 not judged, not deducted\n");
    }

    @ParameterizedTest
    @CsvSource({"--only", "--skip"})
    void givesNoGradeForSomeOfTheChecks(String option) {
        var shell = new Shell();
        var json = new Shell();

        run(shell, "healthy.example", option, "spf");
        run(json, "healthy.example", option, "spf", "--json");

        assertThat(shell.out()).doesNotContain("GRADE");
        assertThat(json.out()).contains("\"asked\"").doesNotContain("\"grade\"");
    }

    @Test
    void doesNotMentionDnsListsThatNobodyWanted() {
        var one = new Shell();
        var all = new Shell();

        run(one, "healthy.example", "--only", "spf");
        run(all, "healthy.example");

        assertThat(one.out()).doesNotContain("DNS lists were not asked");
        assertThat(all.out()).contains("DNS lists were not asked");
    }

    @Test
    void namesTheChecksThereAre() {
        var shell = new Shell();

        int status = run(shell, "healthy.example", "--only", "spv");

        assertThat(status).isEqualTo(64);
        assertThat(shell.err()).contains("\"spv\" is no check").contains("mx, spf, dkim");
    }

    @Test
    void refusesToCheckNothing() {
        var shell = new Shell();

        int status = run(shell, "healthy.example", "--only", "spf", "--skip", "spf");

        assertThat(status).isEqualTo(64);
        assertThat(shell.err()).contains("no check is left");
    }

    @Test
    void showsHowManyDomainsAreDoneWhereSomebodyLooks() {
        var shell = new Shell().watched();

        run(shell, "healthy.example", "two-spf.example");

        assertThat(shell.err())
                .contains("[........................] 0/2")
                .contains("[############............] 1/2  ")
                .contains("[########################] 2/2  ")
                .endsWith("\r\u001b[K");
    }

    @Test
    void showsNoBarForOneDomainOrToNobody() {
        var one = new Shell().watched();
        var unseen = new Shell();

        run(one, "healthy.example");
        run(unseen, "healthy.example", "two-spf.example");

        assertThat(one.err()).isEmpty();
        assertThat(unseen.err()).isEmpty();
    }

    @Test
    void takesNamesWithUmlauts() {
        var shell = new Shell();

        run(shell, "MÜLLER.example");

        assertThat(shell.out()).startsWith("müller.example (xn--mller-kva.example)\n");
    }

    @Test
    void speaksGerman() {
        var shell = new Shell();

        run(shell, "two-spf.example", "--lang", "de");

        assertThat(shell.out()).contains("FEHLER", "Mails gehen verloren");
    }

    @Test
    void paintsOnTerminalsOnlyAndNotAgainstTheWill() {
        var painted = new Shell().onTerminal().in(Map.of("TERM", "xterm"));
        var refused = new Shell().onTerminal().in(Map.of("NO_COLOR", "1"));
        var dumb = new Shell().onTerminal().in(Map.of("TERM", "dumb"));
        var piped = new Shell().in(Map.of());

        List.of(painted, refused, dumb, piped).forEach(shell -> run(shell, "healthy.example"));

        assertThat(painted.out()).contains("\u001b[32mOK\u001b[0m");
        for (var shell : List.of(refused, dumb, piped)) {
            assertThat(shell.out()).contains("OK").doesNotContain("\u001b");
        }
    }

    @Test
    void escapesWhatTheOutsideSays() throws Exception {
        var zone =
                """
                evil.example. TXT "v=spf1 include:\\027[31mred\\007.example \\226\\128\\174 -all"
                evil.example. MX 10 a\\027b.evil.example.
                """;
        var file = Files.writeString(folder.resolve("evil.zone"), zone).toString();
        var text = new Shell();
        var json = new Shell();

        text.run("check", "evil.example", "--zone", file);
        json.run("check", "evil.example", "--zone", file, "--json");

        assertThat(text.out()).contains("\\x1b[31m").doesNotContain("\u001b", "\u0007");
        assertThat(json.out()).matches("[\\x20-\\x7e]+\n");
        assertThat(Schema.faults(json.out())).isEmpty();
    }

    @Test
    void wrapsAtTheWidthOfTheTerminal() {
        var shell = new Shell().in(Map.of("COLUMNS", "60"));

        run(shell, "watching.example", "--selector", "mail");

        assertThat(shell.out().lines().filter(line -> !line.contains("p=") && line.length() > 60))
                .allMatch(line -> line.contains(" TXT ") || !line.strip().contains(" "));
    }

    /// Of domains without mail hosts: those in a zone file are not visited. Name servers there
    /// answer from the file, and over the wire nobody is asked at their addresses, which are for
    /// examples.
    @Test
    void findsTheSameOverTheWireAsInTheZone() throws Exception {
        var texts = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(Path.of(DEMO), "*.zone")) {
            for (var file : files) {
                texts.add(Files.readString(file));
            }
        }
        var loopback = new InetSocketAddress(IpText.four("127.0.0.1").orElseThrow(), 0);
        try (var server = DnsServer.start(loopback, new ZoneDns(World.read(texts).zone()))) {
            var resolver = ServerText.of(server.address());
            for (var domain : List.of("no-mx.example", "null-mx.example", "bogus.example")) {
                var live = new Shell();
                var zone = new Shell();

                live.run("check", domain, "--selector", "mail", "--resolver", resolver);
                run(zone, domain, "--selector", "mail");

                assertThat(withoutServers(live)).isEqualTo(withoutServers(zone));
            }
        }
    }

    private static String withoutServers(Shell shell) {
        int start = shell.out().indexOf("\nDNS\n");
        int end = shell.out().indexOf("\nMX\n");
        assertThat(start).isPositive().isLessThan(end);
        return shell.out().substring(0, start)
                + shell.out().substring(end, shell.out().indexOf("\nGRADE\n"));
    }

    @Test
    void printsRecordsForTheFormOfAHost() {
        var shell = new Shell();

        run(shell, "slip.example", "--only", "spf", "--mask", "ionos");

        assertThat(shell.out())
                .contains("IONOS: Domains & SSL")
                .contains("Name (host): @")
                .contains("Value: v=spf1 mx ip4:192.0.2.8 -all")
                .doesNotContain("slip.example. TXT \"v=spf1 mx ip4:192.0.2.8 -all\"");
    }

    @Test
    void printsLinesForAZoneFile() {
        var shell = new Shell();

        run(shell, "slip.example", "--only", "spf", "--mask", "zone-file");

        assertThat(shell.out())
                .contains("slip.example. TXT \"v=spf1 mx ip4:192.0.2.8 -all\"")
                .contains("Raise the serial number")
                .doesNotContain("Name (host)");
    }

    @Test
    void aHostWithoutAMaskIsRefused() {
        var shell = new Shell();

        run(shell, "slip.example", "--mask", "nobody");

        assertThat(shell.err()).contains("nobody").contains("cloudflare");
    }
}
