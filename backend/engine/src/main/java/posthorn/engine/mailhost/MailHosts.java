package posthorn.engine.mailhost;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.Parallel;
import posthorn.engine.outside.Rdata;

/// The hosts that the MX records of a domain name. A domain without MX records takes no part: that
/// its own address may serve is a matter of the check `mx`.
public sealed interface MailHosts {

    /// More hosts than this are not connected to.
    int MOST = 3;

    /// The question for MX stayed open.
    record Unanswered(Failure failure) implements MailHosts {}

    /// No host is named, or none that could exist.
    record None() implements MailHosts {}

    /// At least one host is named.
    ///
    /// @param secure whether the MX records are signed, as far as our resolver says
    /// @param hosts those that were looked at, the first to be tried first
    /// @param others those that were not
    record Named(boolean secure, List<MailHost> hosts, List<DnsName> others) implements MailHosts {
        public Named {
            hosts = List.copyOf(hosts);
            others = List.copyOf(others);
        }

        /// The names of all.
        public List<DnsName> names() {
            return Stream.concat(hosts.stream().map(MailHost::name), others.stream()).toList();
        }
    }

    /// The hosts that were looked at.
    default List<MailHost> hosts() {
        return this instanceof Named named ? named.hosts() : List.of();
    }

    /// Looks at the hosts of a domain: their addresses, and what these say at port 25.
    static MailHosts of(DnsName domain, Outside outside) {
        var answer = outside.dns().mx(domain);
        return switch (answer) {
            case Answer.Failed<Rdata.Mx>(var failure, _, _) -> new Unanswered(failure);
            case Answer.NoData<Rdata.Mx> _, Answer.NxDomain<Rdata.Mx> _ -> new None();
            case Answer.Data<Rdata.Mx> data -> named(data, outside);
        };
    }

    private static MailHosts named(Answer.Data<Rdata.Mx> data, Outside outside) {
        var names = names(data.records());
        if (names.isEmpty()) {
            return new None();
        }
        var first = names.stream().limit(MOST).toList();
        return new Named(
                data.secure(),
                Parallel.map(first, MOST, name -> MailHost.of(name, outside)),
                names.stream().skip(MOST).toList());
    }

    /// The names of the hosts, the first to be tried first; whether there are any is known without
    /// connecting to them.
    static List<DnsName> names(DnsName domain, Dns dns) {
        return names(dns.mx(domain).records());
    }

    private static List<DnsName> names(List<Rdata.Mx> records) {
        return records.stream()
                .sorted(Comparator.comparingInt(Rdata.Mx::preference).thenComparing(Rdata.Mx::host))
                .map(Rdata.Mx::host)
                .filter(DnsName::isWellFormed)
                .distinct()
                .toList();
    }
}
