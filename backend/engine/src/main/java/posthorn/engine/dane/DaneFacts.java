package posthorn.engine.dane;

import java.util.List;
import posthorn.engine.check.Target;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.outside.DnsName;

/// The mail hosts of a domain beside what the DNS says about their certificates.
public record DaneFacts(Target target, MailHosts hosts, List<HostDane> dane) {

    public DaneFacts {
        dane = List.copyOf(dane);
    }

    DnsName domain() {
        return target.domain();
    }

    /// Whether the MX records are proven.
    boolean isSecure() {
        return hosts instanceof MailHosts.Named named && named.secure();
    }

    /// The hosts with records.
    List<HostDane> named() {
        return dane.stream().filter(host -> !host.answer().records().isEmpty()).toList();
    }

    /// The hosts with records that senders go by.
    List<HostDane> demanded() {
        return dane.stream().filter(HostDane::isDemanded).toList();
    }
}
