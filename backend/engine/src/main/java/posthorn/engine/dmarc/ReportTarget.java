package posthorn.engine.dmarc;

import java.net.InetAddress;
import java.util.List;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Source;

/// A domain to which aggregate reports are to go. Its addresses are asked for where it has no MX.
public record ReportTarget(
        DnsName domain,
        String address,
        Authorisation authorisation,
        Answer<Rdata.Mx> mx,
        Answer<InetAddress> a,
        Answer<InetAddress> aaaa) {

    private static final Answer<InetAddress> NOT_ASKED =
            new Answer.NoData<>(List.of(), Source.local("not asked"));

    static ReportTarget of(DnsName policyDomain, ReportUri.Mailto uri, Dns dns) {
        var domain = uri.domain();
        var mx = dns.mx(domain);
        return new ReportTarget(
                domain,
                uri.address(),
                Authorisation.of(policyDomain, domain, dns),
                mx,
                mx.isVoid() ? dns.a(domain) : NOT_ASKED,
                mx.isVoid() ? dns.aaaa(domain) : NOT_ASKED);
    }

    /// Whether it is certain that no mail can be delivered there: a null MX (RFC 7505), or neither
    /// MX nor address.
    boolean isDead() {
        var hosts = mx.records();
        return hosts.isEmpty()
                ? mx.isVoid() && a.isVoid() && aaaa.isVoid()
                : hosts.stream().allMatch(host -> host.host().isRoot());
    }

    /// Whether an answer is missing that would tell.
    boolean isOpen() {
        return authorisation instanceof Authorisation.Open
                || mx.isFailed()
                || (mx.isVoid() && !isDead() && a.records().isEmpty() && aaaa.records().isEmpty());
    }
}
