package posthorn.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import posthorn.engine.check.Finding;
import posthorn.engine.fuzz.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;

/// What comes from outside and may end up in a line for root.
public final class ServerTargets {

    private static final DnsName DOMAIN = DnsName.of("example.org");

    private ServerTargets() {}

    public static List<Target> all() {
        return List.of(
                Target.latin1("server-value", ServerTargets::value, PIECES),
                Target.latin1("server-greeting", ServerTargets::greeting, PIECES));
    }

    private static final String[] PIECES = {
        "mail.example.org",
        "192.0.2.1",
        "2001:db8::1",
        "2026a",
        "Postfix",
        "Exim 4.96",
        "Sendmail 8.17.1",
        "Hello",
        "[192.0.2.1], pleased to meet you",
        "-",
        "_",
        "*.",
        "..",
        "/",
        "\n",
        "\r",
        "\u0000",
        "'",
        "`",
        "\"",
        "$(id)",
        "{host}",
        "<",
        ";",
        " "
    };

    /// A value stands in the lines whole, if it is of harmless characters, or it does not at all.
    private static void value(String text) {
        for (var code : List.of("tls.no-starttls", "dkim.key-age", "mtasts.mx-extra")) {
            var finding = Finding.critical(code, text).with("domain", DOMAIN);
            var lines = ServerLines.of(finding, DOMAIN, Locale.ENGLISH);
            var open = ServerLines.of(code, Locale.ENGLISH);

            for (int i = 0; i < lines.size(); i++) {
                for (int j = 0; j < lines.get(i).steps().size(); j++) {
                    same(lines.get(i).steps().get(j), open.get(i).steps().get(j), text);
                }
            }
        }
    }

    private static void same(Step step, Step open, String text) {
        assertThat(step.lines().lines().count()).isEqualTo(open.lines().lines().count());
        if (!text.matches("(?:\\*\\.)?[a-z0-9][a-z0-9.-]*")) {
            var bare = open.lines().replace("<your domain>", DOMAIN.text());
            assertThat(step.lines()).isEqualTo(bare);
        }
    }

    private static void greeting(String text) {
        var spoke =
                new Spoke(
                        new Reply(220, List.of(text)),
                        Duration.ZERO,
                        new Reply(250, text.lines().toList()),
                        new StartTls.NotOffered());

        var seen = MailSoftware.of(spoke);

        seen.ifPresent(software -> assertThat(MailSoftware.of(spoke)).contains(software));
    }
}
