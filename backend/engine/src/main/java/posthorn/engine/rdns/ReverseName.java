package posthorn.engine.rdns;

import static posthorn.engine.check.Finding.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.RecordType;

/// An address that sends mail needs a name, and the name must lead back to it (RFC 8601 §3). Of an
/// address that only takes mail nobody asks it.
final class ReverseName implements Rule<RdnsFacts> {

    @Override
    public List<Finding> judge(RdnsFacts facts) {
        return facts.hosts().stream()
                .flatMap(host -> judge(host, facts.target().domain()).stream())
                .toList();
    }

    private static List<Finding> judge(RdnsFacts.Host host, DnsName domain) {
        if (host.ptr().isVoid()) {
            return List.of(ReversePointer.given(missing(host), host, domain));
        }
        var findings = new ArrayList<Finding>();
        if (!host.named().isEmpty() && host.confirmed().isEmpty() && !host.isOpen()) {
            findings.add(unconfirmed(host, domain));
        }
        if (host.ptr().records().size() > 1) {
            findings.add(
                    ReversePointer.only(
                            about(host, notice("rdns.multiple", address(host))), host, domain));
        }
        return findings;
    }

    private static Finding missing(RdnsFacts.Host host) {
        var code = host.sends() && host.isSix() ? "rdns.ipv6-missing" : "rdns.missing";
        return Finding.of(severity(host), code, address(host))
                .with("sends", host.sends())
                .with("hosts", host.mx());
    }

    private static Finding unconfirmed(RdnsFacts.Host host, DnsName domain) {
        var finding = about(host, Finding.of(severity(host), "rdns.unconfirmed", address(host)));
        var type = host.isSix() ? RecordType.AAAA : RecordType.A;
        return own(host, domain)
                .limit(1)
                .map(name -> finding.cure(new Remedy.Publish(name, type, address(host))))
                .findFirst()
                .orElse(finding);
    }

    /// Names below the domain, whose address its owner can set.
    private static Stream<DnsName> own(RdnsFacts.Host host, DnsName domain) {
        return host.named().stream()
                .filter(named -> named.name().isWithin(domain))
                .filter(named -> named.addresses().aliases().isEmpty())
                .map(RdnsFacts.Named::name);
    }

    static Finding about(RdnsFacts.Host host, Finding finding) {
        return finding.with("sends", host.sends())
                .with("names", host.ptr().records().stream().sorted().limit(20).toList());
    }

    private static Severity severity(RdnsFacts.Host host) {
        return host.sends() ? Severity.CRITICAL : Severity.NOTICE;
    }

    static String address(RdnsFacts.Host host) {
        return IpText.of(host.address());
    }
}
