package posthorn.engine.dane;

import java.util.List;
import posthorn.engine.check.Probe;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Target;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.outside.MasterText;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;

/// Looks at the mail hosts and asks for their TLSA records.
final class DaneProbe implements Probe<Target, DaneFacts> {

    @Override
    public DaneFacts probe(Target target, Outside outside) {
        if (target.profile() == Profile.PARKED) {
            return new DaneFacts(target, new MailHosts.None(), List.of());
        }
        var hosts = MailHosts.of(target.domain(), outside);
        var dane =
                Parallel.map(
                        hosts.hosts(), MailHosts.MOST, host -> HostDane.of(host, outside.dns()));
        return new DaneFacts(target, hosts, dane);
    }

    /// The TLSA records with their names.
    static List<String> records(DaneFacts facts) {
        return facts.dane().stream()
                .flatMap(host ->
                        host.answer().records().stream()
                                .map(tlsa -> host.place() + " TLSA " + MasterText.of(tlsa)))
                .sorted()
                .toList();
    }
}
