package posthorn.engine.spf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.RecordType;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

/// The exact records we tell people to publish. That each one cures is held by the cases.
class RemediesTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);
    private static final DnsName DOMAIN = DnsName.of("example.org");
    private static final String WORLD =
            """
            _spf.example.net.   TXT "v=spf1 ip4:203.0.113.0/24 ~all"
            ok.example.org.     A 192.0.2.1
            other.example.net.  TXT "v=spf1 ip4:203.0.113.7 -all"
            """;

    private static Finding finding(String zone, String code, Profile profile) {
        var dns = new ZoneDns(ZoneReader.read(WORLD + zone));
        var target = new Target(DOMAIN, profile, List.of(), List.of());
        return SpfCheck.check().run(target, new Outside(dns, CLOCK)).findings().stream()
                .filter(finding -> finding.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ipv4:192.0.2.1 ~all, spf.unknown-mechanism, v=spf1 ip4:192.0.2.1 ~all",
        "redirect:_spf.example.net, spf.unknown-mechanism, v=spf1 redirect=_spf.example.net",
        "ip4=192.0.2.1 a:ok.example.org ~all, spf.ignored-modifier, v=spf1 ip4:192.0.2.1 a:ok.example.org ~all",
        "ip4:192.0.2.1 note=x ~all, spf.ignored-modifier, v=spf1 ip4:192.0.2.1 ~all",
        "ip4:192.0.2.1 +all, spf.plus-all, v=spf1 ip4:192.0.2.1 ~all",
        "ip4:192.0.2.1 - all, spf.plus-all, v=spf1 ip4:192.0.2.1 -all",
        "ip4:192.0.2.1 ?all, spf.neutral-all, v=spf1 ip4:192.0.2.1 ~all",
        "ip4:192.0.2.1, spf.no-all, v=spf1 ip4:192.0.2.1 ~all",
        "ip4:192.0.2.1 ~all a:ok.example.org ip4:192.0.2.2, spf.terms-after-all, v=spf1 ip4:192.0.2.1 ~all",
        "ip4:192.0.2.1 redirect=_spf.example.net ~all, spf.redirect-ignored, v=spf1 ip4:192.0.2.1 ~all",
        "ip4:192.0.2.1 include:gone.example.net ~all, spf.include-none, v=spf1 ip4:192.0.2.1 ~all",
        "ip4:192.0.2.1 include:example.org ~all, spf.include-self, v=spf1 ip4:192.0.2.1 ~all",
        "ip4:192.0.2.1 ip4:10.0.0.1 ~all, spf.private-range, v=spf1 ip4:192.0.2.1 ~all",
        "ip4:192.0.2.1 -all exp=gone.example.net, spf.exp-broken, v=spf1 ip4:192.0.2.1 -all",
        "a:n1.example a:n2.example ip4:192.0.2.1 ~all, spf.void-lookups, v=spf1 ip4:192.0.2.1 ~all",
        "redirect=_spf.example.net redirect=_spf.example.net, spf.dup-modifier, v=spf1 redirect=_spf.example.net"
    })
    void theRecordIsReplacedByThis(String terms, String code, String text) {
        var finding =
                finding(
                        "example.org. TXT \"v=spf1 " + terms + "\"",
                        code,
                        Profile.SENDS_AND_RECEIVES);

        assertThat(finding.remedies())
                .containsExactly(
                        new Remedy.Remove(DOMAIN, RecordType.TXT, "v=spf1 " + terms),
                        new Remedy.Publish(DOMAIN, RecordType.TXT, text));
    }

    @ParameterizedTest
    @CsvSource({
        "include:gone.example.net -all, spf.include-none",
        "ip4:10.0.0.1 ~all, spf.private-range",
        "ip4:192.0.2.256 ~all, spf.bad-ip",
        "redirect=_spf.example.net redirect=other.example.net, spf.dup-modifier",
        "ptr ip4:192.0.2.1 ~all, spf.ptr",
        "redirect=gone.example.net, spf.redirect-none"
    })
    void whereOnlyAPersonCanDecideNothingIsOffered(String terms, String code) {
        var finding =
                finding(
                        "example.org. TXT \"v=spf1 " + terms + "\"",
                        code,
                        Profile.SENDS_AND_RECEIVES);

        assertThat(finding.remedies()).isEmpty();
    }

    @Test
    void severalRecordsAreMergedIntoOne() {
        var zone =
                """
                example.org.  TXT "v=spf1 include:_spf.example.net a:ok.example.org ~all"
                example.org.  TXT "v=spf1 ipv4:192.0.2.1 A:ok.example.org redirect=other.example.net"
                """;

        var finding = finding(zone, "spf.multiple", Profile.SENDS_AND_RECEIVES);

        assertThat(finding.remedies())
                .hasSize(3)
                .endsWith(
                        new Remedy.Publish(
                                DOMAIN,
                                RecordType.TXT,
                                "v=spf1 include:_spf.example.net a:ok.example.org ip4:192.0.2.1"
                                        + " include:other.example.net ~all"));
    }

    @Test
    void mergedRecordsEndInFailOnlyIfAllDid() {
        assertThat(Multiple.merged(List.of("v=spf1 ip4:192.0.2.1 -all", "v=spf1 a -all")))
                .isEqualTo("v=spf1 ip4:192.0.2.1 a -all");
        assertThat(Multiple.merged(List.of("v=spf1 ip4:192.0.2.1 -all", "v=spf1 +all")))
                .isEqualTo("v=spf1 ip4:192.0.2.1 ~all");
    }

    @ParameterizedTest
    @CsvSource({
        "mail.example.org, v=spf1 mx ~all",
        "aspmx.l.google.com, v=spf1 include:_spf.google.com ~all",
        "example-org.mail.protection.outlook.com, v=spf1 include:spf.protection.outlook.com ~all",
        "mx00.ionos.de, v=spf1 include:_spf-eu.ionos.com ~all",
        "w0123456.kasserver.com, v=spf1 include:spf.kasserver.com ~all"
    })
    void aMissingRecordIsWrittenForTheMailHost(String host, String text) {
        var finding =
                finding(
                        "example.org. MX 10 " + host + ".",
                        "spf.missing",
                        Profile.SENDS_AND_RECEIVES);

        assertThat(finding.remedies())
                .containsExactly(new Remedy.Publish(DOMAIN, RecordType.TXT, text));
    }

    @Test
    void aForwarderDoesNotSendForTheDomain() {
        var finding =
                finding(
                        "example.org. MX 10 route1.mx.cloudflare.net.",
                        "spf.missing",
                        Profile.SENDS_AND_RECEIVES);

        assertThat(finding.remedies()).isEmpty();
    }

    @Test
    void aParkedDomainSendsNothing() {
        var finding = finding("example.org. A 192.0.2.80", "spf.missing", Profile.PARKED);

        assertThat(finding.remedies())
                .containsExactly(new Remedy.Publish(DOMAIN, RecordType.TXT, "v=spf1 -all"));
    }

    @Test
    void ownHostsAreAddedByAddressBeforeAll() {
        var zone =
                """
                example.org.       TXT "v=spf1 ip4:192.0.2.99 -all"
                example.org.       MX 10 mail.example.org.
                mail.example.org.  A 192.0.2.25
                mail.example.org.  AAAA 2001:db8::25
                """;

        var finding = finding(zone, "spf.mx-not-covered", Profile.SENDS_AND_RECEIVES);

        assertThat(finding.remedies())
                .endsWith(
                        new Remedy.Publish(
                                DOMAIN,
                                RecordType.TXT,
                                "v=spf1 ip4:192.0.2.99 ip4:192.0.2.25 ip6:2001:db8::25 -all"));
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf 1 ip4:192.0.2.1 ~all, v=spf1 ip4:192.0.2.1 ~all",
        "v=spf1; ip4:192.0.2.1; ~all, v=spf1 ip4:192.0.2.1 ~all",
        "spf1 ip4:192.0.2.1 ~all, v=spf1 ip4:192.0.2.1 ~all",
        "V = SPF1 ip4:192.0.2.1 -all, v=spf1 ip4:192.0.2.1 -all",
        "v=spf1ip4:192.0.2.1 ipv4:192.0.2.2 -all, v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 -all"
    })
    void aNearMissIsPutRight(String text, String meant) {
        assertThat(NearMisses.isNearMiss(text)).isTrue();
        assertThat(NearMisses.repaired(text)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "v=spf1 -all",
        "v=DKIM1; p=",
        "spf2.0/pra -all",
        "our spf record is elsewhere",
        "v=DMARC1; p=none"
    })
    void otherTextsAreNoNearMiss(String text) {
        assertThat(NearMisses.isNearMiss(text)).isFalse();
    }
}
