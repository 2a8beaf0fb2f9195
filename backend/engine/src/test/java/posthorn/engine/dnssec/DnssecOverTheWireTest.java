package posthorn.engine.dnssec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.DnsServer;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.LiveDns;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.ZoneDns;
import posthorn.engine.outside.ZoneReader;

/// The check asks a resolver over the wire: AD, CD and DO mean there what they should.
@Timeout(20)
class DnssecOverTheWireTest {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    private static final String ZONE =
            """
            $ORIGIN example.org.
            @ SOA ns1.example.net. hostmaster.example.net. 1 3600 900 1209600 3600
            @ DNSKEY ( 257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+
                       e+MAnLr+Wi9xMWyQLc8NAA== )
            @ MX 10 mail
            @ TXT "v=spf1 mx -all"
            mail A 192.0.2.1
            """;
    private static final String SIGNER =
            """
            @ DS 55648 13 2 a6f5b21502d5e1b13e30ded1e705f2eaaa65d3fdcd8469644545bddac8cc0aca
            @ !SECURE DS
            """;

    private static List<Finding> found(String... texts) throws IOException {
        var zone = new ZoneDns(ZoneReader.read(ZONE + String.join("", texts)));
        var loopback = new InetSocketAddress(IpText.parse("127.0.0.1").orElseThrow(), 0);
        try (var server = DnsServer.start(loopback, zone)) {
            var dns = new LiveDns(List.of(server.address()), Duration.ofSeconds(2), 8);
            var target = Target.of(DnsName.of("example.org"));
            return DnssecCheck.check().run(target, new Outside(dns, CLOCK)).findings();
        }
    }

    private static String signatures(String end) {
        var text = new StringBuilder();
        for (var type : List.of("DNSKEY", "SOA", "MX", "TXT")) {
            text.append(
                    "@ RRSIG %s 13 2 3600 %s 20261020000000 55648 @ AQID\n".formatted(type, end));
        }
        return text.toString();
    }

    @Test
    void seesThatAllIsSigned() throws IOException {
        var findings =
                found(
                        SIGNER,
                        signatures("20261215000000"),
                        "@ !SECURE DNSKEY SOA MX TXT\nmail !SECURE A\n");

        assertThat(findings).extracting(Finding::code).containsExactly("dnssec.secure");
    }

    @Test
    void seesThatSignaturesAreOld() throws IOException {
        var findings =
                found(
                        SIGNER,
                        signatures("20261125000000"),
                        "@ !SECURE DNSKEY SOA MX TXT\nmail !SECURE A\n");

        assertThat(findings).extracting(Finding::code).containsExactly("dnssec.expiring");
        assertThat(findings.getFirst().evidence())
                .containsEntry("types", List.of("DNSKEY", "SOA", "MX", "TXT"));
    }

    @Test
    void seesWhyAnswersAreRefused() throws IOException {
        var findings = found(SIGNER, signatures("20261120000000"), "@ !BOGUS DNSKEY SOA MX TXT\n");

        assertThat(findings).extracting(Finding::code).containsExactly("dnssec.bogus");
        assertThat(findings.getFirst().evidence()).containsEntry("bogusReason", "EXPIRED");
    }

    @Test
    void seesThatNothingIsSigned() throws IOException {
        assertThat(found()).extracting(Finding::code).containsExactly("dnssec.no-ds");
    }

    @Test
    void doesNotTakeASilentResolverForAnUnsignedZone() throws IOException {
        var withoutMark = SIGNER.lines().findFirst().orElseThrow() + "\n";

        assertThat(found(withoutMark, signatures("20261215000000")))
                .extracting(Finding::code)
                .containsExactly("dnssec.resolver-does-not-validate");
    }
}
