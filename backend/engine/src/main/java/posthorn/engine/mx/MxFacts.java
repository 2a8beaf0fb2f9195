package posthorn.engine.mx;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Target;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.provider.Provider;
import posthorn.engine.provider.Recognised;
import posthorn.engine.provider.Sign;

/// What the DNS says about where mail for a domain goes.
public sealed interface MxFacts {

    /// What was checked.
    Target target();

    /// The question for MX stayed open.
    record Unanswered(Target target, Failure failure) implements MxFacts {}

    /// No MX record: senders turn to the addresses of the domain itself (RFC 5321 §5.1).
    ///
    /// @param signs the providers that show elsewhere in the zone
    record Absent(
            Target target, Answer<InetAddress> a, Answer<InetAddress> aaaa, List<Recognised> signs)
            implements MxFacts {
        public Absent {
            signs = List.copyOf(signs);
        }

        List<InetAddress> addresses() {
            return Stream.concat(a.records().stream(), aaaa.records().stream()).toList();
        }
    }

    /// At least one MX record.
    ///
    /// @param records by preference, then name
    /// @param hosts their targets in the same order, each once; null MX is not among them
    /// @param signs the providers that show in the zone
    /// @param visited the first of the hosts, as they answer at port 25
    record Published(
            Target target,
            List<Rdata.Mx> records,
            List<MxHost> hosts,
            List<Recognised> signs,
            List<MailHost> visited)
            implements MxFacts {
        public Published {
            records = List.copyOf(records);
            hosts = List.copyOf(hosts);
            signs = List.copyOf(signs);
            visited = List.copyOf(visited);
        }

        /// Whether the domain says that it takes no mail, and nothing else (RFC 7505 §3).
        boolean isNull() {
            return records.stream().allMatch(record -> record.host().isRoot());
        }

        /// Whether a null MX is among the records.
        boolean hasNull() {
            return records.stream().anyMatch(record -> record.host().isRoot());
        }

        /// The hosts that were asked about.
        List<MxHost.Asked> asked() {
            return hosts.stream()
                    .filter(MxHost.Asked.class::isInstance)
                    .map(MxHost.Asked.class::cast)
                    .toList();
        }

        /// Whether it is certain that no host can be reached.
        boolean isDead() {
            return asked().stream().noneMatch(host -> host.isReachable() || host.isSilent());
        }

        /// The records with this target.
        List<Rdata.Mx> recordsOf(DnsName host) {
            return records.stream().filter(record -> record.host().equals(host)).toList();
        }
    }

    /// The only provider with mailboxes whose term surely stands in the SPF record: its MX records
    /// may be meant where there are none.
    static Optional<Provider> meant(List<Recognised> signs) {
        var sure =
                signs.stream()
                        .filter(recognised -> recognised.isSurelySeenAt(Sign.At.SPF))
                        .map(Recognised::provider)
                        .filter(provider -> provider.kind().receives())
                        .toList();
        return sure.size() == 1 ? Optional.of(sure.getFirst()) : Optional.empty();
    }
}
