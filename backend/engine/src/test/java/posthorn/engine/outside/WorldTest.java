package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.StartTls;

class WorldTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final InetAddress NS1 = IpText.parse("192.0.2.53").orElseThrow();
    private static final InetAddress NS2 = IpText.parse("192.0.2.54").orElseThrow();
    private static final InetAddress MX = IpText.parse("192.0.2.25").orElseThrow();
    private static final DnsName HOST = DnsName.of("mail.example.org");
    private static final Question TXT = new Question(DnsName.of("example.org"), RecordType.TXT);
    private static final TlsSession SESSION =
            new TlsSession(
                    "TLSv1.3",
                    "TLS_AES_256_GCM_SHA384",
                    List.of("MIIB", "MIIC"),
                    TlsSession.Trust.NO_PATH);

    @Test
    void aServerWithoutSectionSpeaksForTheZone() {
        var answer = world("example.org. TXT \"a\"\n").servers().ask(NS1, TXT);

        assertThat(answer.records()).hasToString("[a]");
        assertThat(((Answer.Data<Rdata>) answer).source().authoritative()).isTrue();
    }

    @Test
    void aServerWithASectionSpeaksForItself() {
        var world =
                world(
                        """
                        example.org. TXT "a"
                        $SERVER 192.0.2.54
                        example.org. TXT "b"
                        $END
                        $SERVER 192.0.2.53 no-aa
                        example.org. TXT "c"
                        $END
                        example.org. MX 10 mail.example.org.
                        """);

        assertThat(world.servers().ask(NS2, TXT).records()).hasToString("[b]");
        var lame = (Answer.Data<Rdata>) world.servers().ask(NS1, TXT);
        assertThat(lame.records()).hasToString("[c]");
        assertThat(lame.source().authoritative()).isFalse();
        assertThat(world.dns().mx(DnsName.of("example.org")).records()).hasSize(1);
    }

    @Test
    void aServerSaysTheSameOverTcpUnlessASectionSaysOtherwise() {
        var world =
                world(
                        """
                        example.org. TXT "a"
                        $SERVER 192.0.2.54
                        example.org. TXT "b"
                        $END
                        $SERVER 192.0.2.53 tcp
                        example.org. !TIMEOUT
                        $END
                        """);

        assertThat(world.servers().ask(NS1, TXT).records()).hasToString("[a]");
        assertThat(world.servers().ask(NS1, TXT, Transport.TCP).isFailed()).isTrue();
        assertThat(world.servers().ask(NS2, TXT, Transport.TCP).records()).hasToString("[b]");
    }

    @Test
    void aTranscriptTellsOverWhichTransportAServerAnswered() {
        var recorder =
                new Recorder(
                        world(
                                """
                                $SERVER 192.0.2.53
                                example.org. TXT "a"
                                $END
                                $SERVER 192.0.2.53 tcp no-aa
                                example.org. TXT "b"
                                $END
                                """));
        recorder.outside().servers().ask(NS1, TXT);
        recorder.outside().servers().ask(NS1, TXT, Transport.TCP);

        var again = world(recorder.transcript().text()).servers();

        assertThat(again.ask(NS1, TXT).records()).hasToString("[a]");
        assertThat(again.ask(NS1, TXT).source().authoritative()).isTrue();
        assertThat(again.ask(NS1, TXT, Transport.TCP).records()).hasToString("[b]");
        assertThat(again.ask(NS1, TXT, Transport.TCP).source().authoritative()).isFalse();
    }

    @Test
    void aServerMayHaveAuthorityForOneTypeOnly() {
        var recorder =
                new Recorder(
                        world(
                                """
                                $SERVER 192.0.2.53
                                example.org. MX 10 mail.example.org.
                                $END
                                $SERVER 192.0.2.53 no-aa
                                example.org. TXT "b"
                                $END
                                """));
        var mx = new Question(TXT.name(), RecordType.MX);
        recorder.outside().servers().ask(NS1, TXT);
        recorder.outside().servers().ask(NS1, mx);

        var again = world(recorder.transcript().text()).servers();

        assertThat(again.ask(NS1, TXT).source().authoritative()).isFalse();
        assertThat(again.ask(NS1, mx).source().authoritative()).isTrue();
        assertThat(again.ask(NS1, mx).records()).hasSize(1);
    }

    @Test
    void whoIsNotInTheWorldGivesNoAnswer() {
        var world = world("");

        assertThat(world.smtp().greet(MX, HOST))
                .isEqualTo(new SmtpAnswer.Unreached(SmtpAnswer.Why.NOT_ASKED));
        assertThat(world.https().get(URI.create("https://example.org/")))
                .isInstanceOf(HttpsAnswer.Failed.class);
    }

    @Test
    void whereMailServersAreThoseLeftOutHaveNotHadTheirTurn() {
        var world = world("$SMTP 192.0.2.26\nunreached TIMEOUT\n$END\n");

        assertThat(world.smtp().greet(MX, HOST))
                .isEqualTo(new SmtpAnswer.Unreached(SmtpAnswer.Why.NOT_NOW));
    }

    @Test
    void aRecordedWorldGivesTheSameAnswers() {
        var hostile = "250 \u001b[31m\\x1b \\ \u00fc\r";
        var spoke =
                new SmtpAnswer.Spoke(
                        new Reply(220, List.of("mail.example.org", hostile)),
                        Duration.ofMillis(120),
                        new Reply(250, List.of("mail.example.org", "STARTTLS", "SIZE 1000")),
                        new StartTls.Encrypted(SESSION, new Reply(250, List.of("mail"))));
        var page =
                new HttpsAnswer.Answered(
                        200, "text/plain", "", "version: STSv1\r\n" + "x".repeat(500), SESSION);

        assertThat(replayed(spoke, page)).containsExactly(spoke, page);
    }

    @Test
    void everyEndOfAConversationCanBeRecorded() {
        var page = new HttpsAnswer.Failed(HttpsAnswer.Why.CERTIFICATE, "no name");
        for (var startTls :
                List.of(
                        new StartTls.NotTried(),
                        new StartTls.NotOffered(),
                        new StartTls.Refused(new Reply(454, List.of("later"))),
                        new StartTls.Failed("handshake_failure"))) {
            var spoke =
                    new SmtpAnswer.Spoke(
                            Reply.none(), Duration.ZERO, new Reply(421, List.of("")), startTls);

            assertThat(replayed(spoke, page)).containsExactly(spoke, page);
        }
        var unreached = new SmtpAnswer.Unreached(SmtpAnswer.Why.REFUSED);
        assertThat(replayed(unreached, page)).containsExactly(unreached, page);
    }

    @Test
    void everyAnswerOfARegistryCanBeRecorded() {
        var domain = TXT.name();
        for (var answer :
                List.of(
                        new Registration.Dated(CLOCK.instant(), List.of("client hold", "active")),
                        new Registration.Undated(List.of("active")),
                        new Registration.Undated(List.of()),
                        new Registration.NotFound(),
                        new Registration.Unknown(Registration.Why.REFUSED))) {
            var recorder = new Recorder(registered(answer));

            recorder.outside().registry().of(domain);

            var again = world(recorder.transcript().text()).registry();
            assertThat(again.of(domain)).isEqualTo(answer);
            assertThat(recorder.transcript().asked().web()).isEqualTo(1);
        }
    }

    @Test
    void aRegistryThatIsNotAskedLeavesNoTrace() {
        var recorder = new Recorder(world(""));

        assertThat(recorder.outside().registry().of(TXT.name()))
                .isEqualTo(new Registration.Unknown(Registration.Why.NOT_ASKED));
        assertThat(recorder.transcript().text()).isEmpty();
    }

    @Test
    void anOutsideKeepsItsRegistryUntilItIsToldNotTo() {
        var answer = new Registration.NotFound();
        var other = registered(answer).with(world("").dns()).at(CLOCK).withoutSmtp();

        assertThat(other.registry().of(TXT.name())).isEqualTo(answer);
        assertThat(other.withoutRegistry().registry().of(TXT.name()))
                .isEqualTo(new Registration.Unknown(Registration.Why.NOT_ASKED));
    }

    private static Outside registered(Registration answer) {
        var nobody = world("");
        return new Outside(
                nobody.dns(), nobody.servers(), nobody.smtp(), nobody.https(), _ -> answer, CLOCK);
    }

    @Test
    void anotherResolverSaysWhatItsSectionSaysAndElseTheSame() {
        var world =
                world(
                        """
                        a.example. A 192.0.2.1
                        b.example. A 192.0.2.2
                        $RESOLVER 2
                        b.example. !NXDOMAIN A
                        $END
                        """);
        var other = world.others().getFirst();

        assertThat(world.others()).hasSize(1);
        assertThat(other.a(DnsName.of("a.example")).records()).hasSize(1);
        assertThat(other.a(DnsName.of("b.example"))).isInstanceOf(Answer.NxDomain.class);
        assertThat(world.dns().a(DnsName.of("b.example")).records()).hasSize(1);
    }

    @Test
    void whatAnotherResolverWasAskedIsReplayed() {
        var recorder = new Recorder(world("a.example. A 192.0.2.1\n$RESOLVER 2\n$END\n"));
        var name = DnsName.of("a.example");
        recorder.outside().others().getFirst().a(name);

        var text = recorder.transcript().text();

        assertThat(text).contains("$RESOLVER 2\na.example. ").contains("asked: DNS 1,");
        assertThat(world(text).others().getFirst().a(name).records()).hasSize(1);
        assertThat(world(text).dns().a(name)).isInstanceOf(Answer.NxDomain.class);
    }

    @Test
    void anotherResolverThatIsNotAskedLeavesNoTrace() {
        var recorder = new Recorder(world("$RESOLVER 2\n$END\n"));

        assertThat(recorder.outside().others()).hasSize(1);
        assertThat(recorder.transcript().text()).isEmpty();
    }

    @Test
    void whatSeveralChecksAskedAnotherResolverComesTogether() {
        var world = world("a.example. A 192.0.2.1\nb.example. A 192.0.2.2\n$RESOLVER 2\n$END\n");
        var one = new Recorder(world);
        var two = new Recorder(world);
        one.outside().others().getFirst().a(DnsName.of("a.example"));
        two.outside().others().getFirst().a(DnsName.of("a.example"));
        two.outside().others().getFirst().a(DnsName.of("b.example"));

        var joined = Transcript.joined(List.of(one.transcript(), two.transcript()));

        assertThat(joined.asked().dns()).isEqualTo(2);
        assertThat(joined.text()).containsOnlyOnce("$RESOLVER").containsOnlyOnce("a.example.");
    }

    @Test
    void aSectionThatCannotBeReadIsRefused() {
        for (var text :
                List.of(
                        "$SMTP nowhere\n$END\n",
                        "$RESOLVER two\n$END\n",
                        "$SMTP 192.0.2.1\ngreeting x\n$END\n",
                        "$HTTPS https://example.org/\nstatus x\n$END\n",
                        "$RDAP example.org\nexpires soon\n$END\n",
                        "$RDAP example.org\nunknown why\n$END\n",
                        "$SERVER 192.0.2.1\nexample.org. NO\n$END\n")) {
            assertThatThrownBy(() -> World.read(text)).isInstanceOf(ZoneReader.Unreadable.class);
        }
    }

    private static List<Object> replayed(SmtpAnswer mail, HttpsAnswer page) {
        var address = URI.create("https://mta-sts.example.org/.well-known/mta-sts.txt");
        var recorder =
                new Recorder(
                        new Outside(
                                question -> world("").dns().ask(question),
                                (_, _, _) -> world("").dns().ask(TXT),
                                (_, _) -> mail,
                                _ -> page,
                                CLOCK));
        recorder.outside().smtp().greet(MX, HOST);
        recorder.outside().https().get(address);

        var again = world(recorder.transcript().text());

        return List.of(again.smtp().greet(MX, HOST), again.https().get(address));
    }

    private static Outside world(String text) {
        return World.read(text).outside(CLOCK);
    }
}
