package posthorn.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;

class MailSoftwareTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    mail.example.org ESMTP Postfix (Debian/GNU) | POSTFIX
                    mail.example.org ESMTP Exim 4.96 Tue, 24 Nov 2026 12:00:00 +0000 | EXIM
                    mail.example.org ESMTP Sendmail 8.17.1/8.17.1/Debian-2; Tue, 24 Nov 2026 | SENDMAIL
                    mail.example.org Microsoft ESMTP MAIL Service ready at Tue, 24 Nov 2026 | EXCHANGE
                    mail.example.org ESMTP OpenSMTPD | OPENSMTPD
                    mail.example.org ESMTP Haraka/3.0.2 ready | HARAKA
                    """)
    void readsItFromTheGreeting(String greeting, MailSoftware.Program program) {
        assertThat(MailSoftware.of(spoke(greeting, "mail.example.org")))
                .contains(new MailSoftware(program, MailSoftware.Shown.GREETING));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postfix.example.org ESMTP",
                "mail.example.org ESMTP",
                "mail.example.org ESMTP notpostfix",
                "mail.example.org see http://postfix.example.org",
                ""
            })
    void doesNotTakeANameForAProgram(String greeting) {
        assertThat(MailSoftware.of(spoke(greeting, "mail.example.org"))).isEmpty();
    }

    @Test
    void readsItFromTheReplyToEhloWhereTheGreetingIsSilent() {
        var sendmail = "mail.example.org Hello probe.example.net [192.0.2.7], pleased to meet you";
        var exim = "mail.example.org Hello probe.example.net [192.0.2.7]";

        assertThat(program("ESMTP", sendmail)).contains(MailSoftware.Program.SENDMAIL);
        assertThat(program("ESMTP", exim, "SIZE 52428800", "8BITMIME", "PIPELINING", "HELP"))
                .contains(MailSoftware.Program.EXIM);
        assertThat(
                        program(
                                "ESMTP",
                                "mail.example.org",
                                "PIPELINING",
                                "SIZE 10240000",
                                "VRFY",
                                "ETRN",
                                "STARTTLS",
                                "ENHANCEDSTATUSCODES",
                                "8BITMIME",
                                "DSN"))
                .contains(MailSoftware.Program.POSTFIX);
        assertThat(program("ESMTP", "mail.example.org", "SIZE 10240000", "STARTTLS")).isEmpty();
    }

    @Test
    void readsItFromFindings() {
        var finding =
                Finding.info(MailSoftware.CODE, "mail.example.org")
                        .with("software", "Exim")
                        .with("shownBy", MailSoftware.Shown.EHLO);

        var software = MailSoftware.of(List.of(Finding.info("tls.ok", "example.org"), finding));

        assertThat(software)
                .contains(new MailSoftware(MailSoftware.Program.EXIM, MailSoftware.Shown.EHLO));
        assertThat(software.flatMap(it -> it.program().software())).contains(Software.EXIM);
    }

    @Test
    void doesNotBelieveAGreetingThatTurnsAway() {
        var spoke =
                new Spoke(
                        new Reply(554, List.of("mail.example.org ESMTP Postfix")),
                        Duration.ZERO,
                        Reply.none(),
                        new StartTls.NotTried());

        assertThat(MailSoftware.of(spoke)).isEmpty();
    }

    private static Optional<MailSoftware.Program> program(String greeting, String... ehlo) {
        return MailSoftware.of(spoke("mail.example.org " + greeting, ehlo))
                .map(MailSoftware::program);
    }

    private static Spoke spoke(String greeting, String... ehlo) {
        return new Spoke(
                new Reply(220, List.of(greeting)),
                Duration.ZERO,
                new Reply(250, Arrays.asList(ehlo)),
                new StartTls.NotOffered());
    }
}
