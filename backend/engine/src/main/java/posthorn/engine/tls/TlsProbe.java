package posthorn.engine.tls;

import java.util.List;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.dane.HostDane;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.mtasts.StsLookup;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.TlsSession;

/// Looks at the mail hosts, and asks what MTA-STS and DANE demand of them.
final class TlsProbe implements Probe<Target, TlsFacts> {

    @Override
    public TlsFacts probe(Target target, Outside outside) {
        var at = outside.clock().instant();
        if (target.profile() == Profile.PARKED) {
            return new TlsFacts(target, new MailHosts.None(), List.of(), at);
        }
        var hosts = MailHosts.of(target.domain(), outside);
        if (hosts.hosts().isEmpty()) {
            return new TlsFacts(target, hosts, List.of(), at);
        }
        var policy = StsLookup.of(target.domain(), outside);
        var looked =
                Parallel.map(
                        hosts.hosts(),
                        MailHosts.MOST,
                        host ->
                                new TlsFacts.Judged(
                                        host,
                                        new Demand(
                                                policy.modeFor(host.name()),
                                                HostDane.of(host, outside.dns()).proof())));
        return new TlsFacts(target, hosts, looked, at);
    }

    /// Each host that let us look, with the versions of TLS it agreed to. Certificates are no part
    /// of it: behind one address there may be many machines, each with its own.
    static List<String> records(TlsFacts facts) {
        return facts.known().stream().map(TlsProbe::line).sorted().toList();
    }

    private static String line(TlsFacts.Judged host) {
        var versions =
                host.encrypted().stream()
                        .flatMap(visit -> visit.session().stream())
                        .map(TlsSession::version)
                        .distinct()
                        .sorted()
                        .toList();
        return host.name() + " " + (versions.isEmpty() ? "–" : String.join(", ", versions));
    }
}
