package posthorn.engine.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Target;
import posthorn.engine.outside.DnsName;

/// The mock zones of Internet.nl, with the servers that have them.
class InternetNlTest {

    private static final ServedZones WORLD =
            ServedZones.none()
                    .and("internet.nl", "test.zone", "test", "198.51.100.53")
                    .and(
                            "internet.nl",
                            "bad-ipv6-ns.test.zone",
                            "bad-ipv6-ns.test",
                            "198.51.100.114",
                            "2001:db8:43:1::114");

    private static List<Finding> findings(String domain) {
        var target = Target.of(DnsName.of(domain));
        return DnsCheck.check().run(target, WORLD.outside(Clock.systemUTC())).findings();
    }

    /// Two of three servers have nothing but an IPv6 address at which nobody answers. Internet.nl
    /// counts that against the domain; we cannot tell it from a lack of IPv6 here. That delegation
    /// and zone name different servers cannot be seen: the zone above names none of its own.
    @Test
    void holdsSilenceOverIpv6AgainstNobody() {
        assertThat(findings("bad-ipv6-ns.test"))
                .extracting(Finding::code)
                .containsExactly("dns.ok");
    }

    /// An ordinary target for mail: every name in it has a record by a wildcard.
    @Test
    void findsNothingWrongWithATargetForMail() {
        assertThat(findings("any.mail-target.test"))
                .extracting(Finding::code)
                .doesNotContain("dns.ns-lame", "dns.delegation-dead", "dns.answers-differ");
    }
}
