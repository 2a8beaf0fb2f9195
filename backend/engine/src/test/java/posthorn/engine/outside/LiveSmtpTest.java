package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import posthorn.engine.outside.ScriptedHost.Script;
import posthorn.engine.outside.ScriptedHost.Talk;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;
import posthorn.engine.outside.SmtpAnswer.Unreached;
import posthorn.engine.outside.SmtpAnswer.Why;
import posthorn.engine.outside.TlsSession.Trust;

@Timeout(20)
class LiveSmtpTest {

    private static final DnsName HOST = DnsName.of("mail.example.org");
    private static final InetAddress ADDRESS = IpText.four("192.0.2.25").orElseThrow();
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final SSLContext GOOD =
            Certificates.server(Certificates.of(HOST.text()), Certificates.BETWEEN.certificate());

    private static SmtpAnswer greet(ScriptedHost host, Duration total) {
        var routes = host.as(ADDRESS, 25);
        return new LiveSmtp(routes, Certificates.TRUST, "probe.example.net", LONG, total)
                .greet(ADDRESS, HOST);
    }

    private static Spoke spoke(Script script, Duration total) {
        try (var host = new ScriptedHost(script)) {
            return (Spoke) greet(host, total);
        }
    }

    private static Spoke spoke(Script script) {
        return spoke(script, LONG);
    }

    /// Greets, and hears EHLO.
    private static Talk greeted(Talk talk) throws IOException {
        talk.say("220 mail.example.org ESMTP").hear();
        return talk;
    }

    /// Greets, offers STARTTLS, and hears it.
    private static Talk offered(Talk talk) throws IOException {
        greeted(talk).say("250-mail.example.org", "250-SIZE 10240000", "250 starttls").hear();
        return talk;
    }

    private static void goodbye(Talk talk) throws IOException {
        talk.hear();
        talk.say("221 bye");
    }

    @Test
    void saysEhloStarttlsEhloQuitAndNothingElse() {
        try (var host =
                new ScriptedHost(talk -> {
                    offered(talk).say("220 go").encrypt(GOOD).hear();
                    goodbye(talk.say("250-mail.example.org", "250 SIZE 10240000"));
                })) {
            var answer = (Spoke) greet(host, LONG);

            assertThat(host.heard())
                    .containsExactly(
                            "EHLO probe.example.net", "STARTTLS", "EHLO probe.example.net", "QUIT");
            assertThat(answer.greeting())
                    .isEqualTo(new Reply(220, java.util.List.of("mail.example.org ESMTP")));
            assertThat(answer.offers("STARTTLS")).isTrue();
            var encrypted = (StartTls.Encrypted) answer.startTls();
            assertThat(encrypted.ehlo().lines())
                    .containsExactly("mail.example.org", "SIZE 10240000");
            assertThat(encrypted.session().version()).isEqualTo("TLSv1.3");
            assertThat(encrypted.session().cipherSuite()).startsWith("TLS_");
            assertThat(encrypted.session().certificates()).hasSize(2);
            assertThat(encrypted.session().trust()).isEqualTo(Trust.TRUSTED);
            assertThat(host.connections()).isEqualTo(1);
        }
    }

    @Test
    void takesAnyCertificateAndSaysWhatItIsWorth() {
        var own = Certificates.server(Certificates.selfSigned("other.example"));

        var answer = spoke(talk -> goodbyeInside(offered(talk).say("220 go").encrypt(own)));

        var session = ((StartTls.Encrypted) answer.startTls()).session();
        assertThat(session.trust()).isEqualTo(Trust.SELF_SIGNED);
        assertThat(session.certificates()).hasSize(1);
    }

    private static void goodbyeInside(Talk talk) throws IOException {
        talk.hear();
        goodbye(talk.say("250 mail.example.org"));
    }

    @Test
    void sendsTheAddressWhenItHasNoName() {
        try (var host = new ScriptedHost(talk -> goodbye(greeted(talk).say("250 hello")))) {
            new LiveSmtp(host.as(ADDRESS, 25), Certificates.TRUST, "").greet(ADDRESS, HOST);

            assertThat(host.heard()).containsExactly("EHLO [127.0.0.1]", "QUIT");
        }
    }

    @Test
    void hearsWhenStarttlsIsNotOffered() {
        var answer = spoke(talk -> goodbye(greeted(talk).say("250-mail.example.org", "250 SIZE")));

        assertThat(answer.startTls()).isEqualTo(new StartTls.NotOffered());
    }

    @Test
    void hearsWhenStarttlsIsRefused() {
        var answer = spoke(talk -> goodbye(offered(talk).say("454 TLS not available")));

        assertThat(answer.startTls())
                .isEqualTo(
                        new StartTls.Refused(
                                new Reply(454, java.util.List.of("TLS not available"))));
    }

    @Test
    void fallsBackToHeloWhereEhloIsUnknown() {
        try (var host =
                new ScriptedHost(talk -> {
                    greeted(talk).say("502 what?").hear();
                    goodbye(talk.say("250 mail.example.org"));
                })) {
            var answer = (Spoke) greet(host, LONG);

            assertThat(host.heard())
                    .containsExactly("EHLO probe.example.net", "HELO probe.example.net", "QUIT");
            assertThat(answer.ehlo().code()).isEqualTo(250);
            assertThat(answer.startTls()).isEqualTo(new StartTls.NotOffered());
        }
    }

    @Test
    void drawsNoConclusionFromServersThatAreBusyOrShut() {
        for (var greeting : new String[] {"421 too many", "450 greylisted", "554 no mail here"}) {
            var answer = spoke(talk -> goodbye(talk.say(greeting)));

            assertThat(answer.greeting().code()).isEqualTo(Integer.parseInt(greeting, 0, 3, 10));
            assertThat(answer.startTls()).as(greeting).isEqualTo(new StartTls.NotTried());
        }
        var later = spoke(talk -> goodbye(greeted(talk).say("451 greylisted")));

        assertThat(later.startTls()).isEqualTo(new StartTls.NotTried());
    }

    @Test
    void readsAGreetingOfSeveralLines() {
        var answer =
                spoke(talk -> {
                    talk.say("220-mail.example.org", "220-no spam", "220 welcome").hear();
                    goodbye(talk.say("250 hello"));
                });

        assertThat(answer.greeting().lines())
                .containsExactly("mail.example.org", "no spam", "welcome");
    }

    @Test
    void waitsForASlowGreeting() {
        var answer =
                spoke(talk -> {
                    talk.pause(300);
                    goodbye(greeted(talk).say("250 hello"));
                });

        assertThat(answer.greetedAfter()).isBetween(Duration.ofMillis(250), LONG);
        assertThat(answer.startTls()).isEqualTo(new StartTls.NotOffered());
    }

    @Test
    void givesUpOnATarpitWithoutAConclusion() {
        var answer = spoke(talk -> talk.pause(10_000), SHORT);

        assertThat(answer.greeting()).isEqualTo(Reply.none());
        assertThat(answer.startTls()).isEqualTo(new StartTls.NotTried());
    }

    @Test
    void isNotKeptByDrippingOctets() {
        long begun = System.nanoTime();

        var answer = spoke(talk -> talk.drip("220-" + "x".repeat(900), 20), SHORT);

        assertThat(answer.greeting().code()).isZero();
        assertThat(answer.startTls()).isEqualTo(new StartTls.NotTried());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void isNotKeptByADrippingHandshake() {
        var answer =
                spoke(
                        talk ->
                                offered(talk)
                                        .say("220 go")
                                        .drip("\u0016\u0003\u0003@\u0000" + "x".repeat(900), 20),
                        Duration.ofMillis(800));

        assertThat(answer.startTls()).isEqualTo(new StartTls.NotTried());
    }

    @Test
    void keepsWhatIsNoReply() {
        var garbage = spoke(talk -> talk.raw("SSH-2.0-OpenSSH\r\n"));
        var empty = spoke(_ -> {});

        assertThat(garbage.greeting())
                .isEqualTo(new Reply(0, java.util.List.of("SSH-2.0-OpenSSH")));
        assertThat(empty.greeting()).isEqualTo(Reply.none());
    }

    @Test
    void readsNoMoreThanAReplyMayHold() {
        var line = spoke(talk -> talk.raw("220 " + "x".repeat(10_000_000)));
        var lines = spoke(talk -> talk.raw("220-again\r\n".repeat(100_000)));

        assertThat(line.greeting().code()).isZero();
        assertThat(line.greeting().lines().getFirst()).hasSize(1000);
        assertThat(lines.greeting().code()).isZero();
        assertThat(lines.greeting().lines()).hasSize(100);
    }

    @Test
    void forgetsWhatWasInjectedBehindStarttls() {
        var answer =
                spoke(talk -> {
                    offered(talk).say("220 go", "250-mail.example.org", "250 AUTH PLAIN");
                    talk.encrypt(GOOD).hear();
                    goodbye(talk.say("250 inside"));
                });

        assertThat(((StartTls.Encrypted) answer.startTls()).ehlo().lines())
                .containsExactly("inside");
    }

    @Test
    void namesWhatEndedTheHandshake() {
        var alert = "\u0015\u0003\u0003\u0000\u0002\u0002("; // fatal, handshake_failure

        assertThat(failure(talk -> talk.raw(alert))).isEqualTo("handshake_failure");
        assertThat(failure(talk -> talk.raw(ScriptedHost.OLD_HELLO))).isEqualTo("protocol_version");
        assertThat(failure(talk -> talk.say("what?"))).isEqualTo("not TLS");
        assertThat(failure(_ -> {})).isEqualTo("connection closed");
    }

    private static String failure(Script handshake) {
        var answer =
                spoke(talk -> {
                    handshake.talk(offered(talk).say("220 go"));
                    talk.pause(100);
                });
        return ((StartTls.Failed) answer.startTls()).alert();
    }

    @Test
    void tellsWhyNobodyWasReached() {
        var routes = Routes.only(Map.of(new InetSocketAddress(ADDRESS, 25), ScriptedHost.closed()));

        assertThat(new LiveSmtp(routes, Certificates.TRUST, "").greet(ADDRESS, HOST))
                .isEqualTo(new Unreached(Why.REFUSED));
        assertThat(
                        new LiveSmtp(Routes.internet(), Certificates.TRUST, "")
                                .greet(ScriptedServer.loopback(), HOST))
                .isEqualTo(new Unreached(Why.FORBIDDEN));
        assertThat(new LiveSmtp(Routes.internet(), Certificates.TRUST, "").greet(ADDRESS, HOST))
                .isEqualTo(new Unreached(Why.NETWORK));
    }
}
