package posthorn.engine.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoneDnsTest {

    private static final String ZONE =
            """
            $ORIGIN example.org.
            $TTL 300
            @        IN MX  10 mail
                        MX  20 backup.example.net.
            @        TXT "v=spf1 " "-all"   ; two strings
            mail 60  IN A   192.0.2.1
            mail     AAAA   2001:db8::1
            www      CNAME  mail
            away     CNAME  gone.example.net.
            round    CNAME  round
            *.wild   TXT    "any"
            deep.a.b TXT    ( "one"
                              "two;three" )
            mute     !TIMEOUT
            half     A      192.0.2.2
            half     !SERVFAIL AAAA
            signed   A      192.0.2.3
            signed   !SECURE A
            odd      MX     10 not\\032a\\032host
            """;

    private final Dns dns = new ZoneDns(ZoneReader.read(ZONE, DnsName.of("example.org")));

    @Test
    void readsRelativeNamesTtlsAndRepeatedOwners() {
        var mx = dns.mx(DnsName.of("example.org"));

        assertThat(mx.records())
                .containsExactly(
                        new Rdata.Mx(10, DnsName.of("mail.example.org")),
                        new Rdata.Mx(20, DnsName.of("backup.example.net")));
        assertThat(dns.a(DnsName.of("mail.example.org")))
                .isInstanceOfSatisfying(
                        Answer.Data.class, data -> assertThat(data.ttl()).isEqualTo(60));
    }

    @Test
    void readsWhoMayIssueCertificates() {
        var name = DnsName.of("example.org");
        var zone =
                """
                example.org. CAA 0 issue "ca.example; a=b"
                example.org. CAA 128 odd1 "a\\"b\\\\c\\228"
                """;

        var caa = new ZoneDns(ZoneReader.read(zone)).caa(name);

        assertThat(caa.records())
                .containsExactly(
                        new Rdata.Caa(0, "issue", "ca.example; a=b"),
                        new Rdata.Caa(128, "odd1", "a\"b\\c\u00e4"));
        assertThat(caa.records())
                .allSatisfy(record ->
                        assertThat(MasterText.read(RecordType.CAA, MasterText.of(record)))
                                .isEqualTo(record));
    }

    @Test
    void keepsCharacterStringsApart() {
        assertThat(dns.txt(DnsName.of("example.org")).records())
                .containsExactly(new Rdata.Text(List.of("v=spf1 ", "-all")));
        assertThat(dns.txt(DnsName.of("deep.a.b.example.org")).records())
                .containsExactly(new Rdata.Text(List.of("one", "two;three")));
    }

    @Test
    void followsAliasesAndNamesThem() {
        var answer = dns.a(DnsName.of("www.example.org"));

        assertThat(answer.records()).hasSize(1);
        assertThat(answer.aliases()).containsExactly(DnsName.of("mail.example.org"));
    }

    @Test
    void saysThatTheTargetOfADanglingAliasDoesNotExist() {
        var answer = dns.a(DnsName.of("away.example.org"));

        assertThat(answer).isInstanceOf(Answer.NxDomain.class);
        assertThat(answer.aliases()).containsExactly(DnsName.of("gone.example.net"));
    }

    @Test
    void givesUpOnAnAliasThatLeadsToItself() {
        assertThat(dns.a(DnsName.of("round.example.org")).isFailed()).isTrue();
    }

    @Test
    void tellsAnEmptyNonTerminalFromAMissingName() {
        assertThat(dns.txt(DnsName.of("a.b.example.org"))).isInstanceOf(Answer.NoData.class);
        assertThat(dns.txt(DnsName.of("no.example.org"))).isInstanceOf(Answer.NxDomain.class);
    }

    @Test
    void answersFromAWildcardOnlyForNamesThatDoNotExist() {
        assertThat(dns.txt(DnsName.of("x.y.wild.example.org")).records()).hasSize(1);
        assertThat(dns.txt(DnsName.of("wild.example.org"))).isInstanceOf(Answer.NoData.class);
    }

    @Test
    void failsForTheTypesTheMarksName() {
        assertThat(failure("mute", RecordType.TXT)).isEqualTo(Failure.TIMEOUT);
        assertThat(failure("half", RecordType.AAAA)).isEqualTo(Failure.SERVFAIL);
        assertThat(dns.a(DnsName.of("half.example.org")).records()).hasSize(1);
    }

    @Test
    void tellsValidatedAnswers() {
        assertThat(dns.a(DnsName.of("signed.example.org")))
                .isInstanceOfSatisfying(
                        Answer.Data.class, data -> assertThat(data.secure()).isTrue());
    }

    @Test
    void givesTheSameAnswersAgainFromItsTranscript() {
        var recording = new RecordingDns(dns);
        var questions =
                List.of("@", "mail", "www", "away", "x.wild", "mute", "half", "signed", "odd", "no")
                        .stream()
                        .map(n -> n.equals("@") ? "example.org" : n + ".example.org")
                        .flatMap(n ->
                                List.of(RecordType.values()).stream()
                                        .map(t -> new Question(DnsName.of(n), t)))
                        .toList();
        var first = questions.stream().map(recording::ask).toList();

        var replay = new ZoneDns(ZoneReader.read(recording.transcript().text()));

        assertThat(questions.stream().map(replay::ask).toList()).isEqualTo(first);
    }

    @Test
    void givesSignaturesOverTheTypeAskedFor() {
        var signed =
                new ZoneDns(
                        ZoneReader.read(
                                """
                                x. 60 TXT "v"
                                x. 60 MX 0 .
                                x. 60 RRSIG TXT 13 1 60 20261215000000 20261117000000 1 x. AQID
                                x. 60 RRSIG NSEC 13 1 60 20261215000000 20261117000000 1 x. AQID
                                x. !SECURE TXT
                                """));
        var name = DnsName.of("x");

        assertThat(signed.ask(Question.signed(name, RecordType.TXT)).records())
                .extracting(Rdata::toString)
                .containsExactly("v", "TXT 13 1 60 20261215000000 20261117000000 1 x. AQID");
        assertThat(signed.ask(Question.signed(name, RecordType.MX)).records()).hasSize(1);
        assertThat(signed.ask(Question.signed(name, RecordType.A)))
                .isInstanceOf(Answer.NoData.class);
        assertThat(signed.ask(Question.signed(name, RecordType.TXT)).isSecure()).isFalse();
        assertThat(signed.txt(name).isSecure()).isTrue();
    }

    @Test
    void keepsRecordsThatDoNotValidateForThoseWhoDoNotCheck() {
        var forged = new ZoneDns(ZoneReader.read("x. 60 TXT \"v\"\nx. !BOGUS TXT\n"));
        var name = DnsName.of("x");
        var recording = new RecordingDns(forged);
        var checked = recording.txt(name);
        var published = recording.ask(Question.signed(name, RecordType.TXT));

        var replay = new ZoneDns(ZoneReader.read(recording.transcript().text()));

        assertThat(checked.isFailed()).isTrue();
        assertThat(published.records()).hasSize(1);
        assertThat(replay.txt(name)).isEqualTo(checked);
        assertThat(replay.ask(Question.signed(name, RecordType.TXT))).isEqualTo(published);
    }

    @Test
    void keepsAFailureOfSignaturesApart() {
        var dns = new ZoneDns(ZoneReader.read("x. 60 TXT \"v\"\nx. !TIMEOUT TXT+RRSIG\n"));
        var name = DnsName.of("x");

        assertThat(dns.txt(name).records()).hasSize(1);
        assertThat(dns.ask(Question.signed(name, RecordType.TXT)).isFailed()).isTrue();
    }

    @Test
    void writesBytesOutsideAsciiSoThatTheyComeBack() {
        var text = new Rdata.Text(List.of("a\"b\\c\u0000\u00ff;", ""));
        var zone = new Zone.Builder().add(DnsName.of("x"), RecordType.TXT, 1, text).build();
        var recording = new RecordingDns(new ZoneDns(zone));
        recording.txt(DnsName.of("x"));

        var again = new ZoneDns(ZoneReader.read(recording.transcript().text()));

        assertThat(again.txt(DnsName.of("x")).records()).containsExactly(text);
    }

    @ParameterizedTest
    @EnumSource(Failure.class)
    void keepsEachFailureApart(Failure failure) {
        var dns = new ZoneDns(ZoneReader.read("x. !" + failure + "\n"));

        assertThat(dns.txt(DnsName.of("x")))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, f -> assertThat(f.failure()).isEqualTo(failure));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x. NONSENSE 1",
                "x. A 1.2.3",
                "x. !PERHAPS",
                "$INCLUDE y",
                "x.",
                "x. TXT ("
            })
    void namesTheLineItCannotRead(String bad) {
        assertThatThrownBy(() -> ZoneReader.read("ok. A 192.0.2.1\n" + bad))
                .isInstanceOf(ZoneReader.Unreadable.class)
                .hasMessageStartingWith("line 2:");
    }

    private Failure failure(String label, RecordType type) {
        var answer = dns.ask(new Question(DnsName.of(label + ".example.org"), type));
        return ((Answer.Failed<Rdata>) answer).failure();
    }

    @Test
    void severalTextsMakeOneZone() {
        var first = "$ORIGIN example.org.\n$TTL 5\nwww A 192.0.2.1\n";
        var zone = new ZoneDns(ZoneReader.read(List.of(first, "www.example.net. A 192.0.2.2\n")));

        assertThat(zone.a(DnsName.of("www.example.org")).records()).hasSize(1);
        assertThat(zone.a(DnsName.of("www.example.net")))
                .isInstanceOfSatisfying(
                        Answer.Data.class, data -> assertThat(data.ttl()).isEqualTo(3600));
    }
}
