package posthorn.engine.dnssec;

import java.util.Optional;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// Where the zone of a domain begins: the closest name above it, or itself, that has a SOA record
/// (RFC 1034 §4.2.1).
sealed interface Apex {

    /// The zone, and the answer about its SOA.
    record Found(DnsName zone, Answer<Rdata.Soa> soa) implements Apex {}

    /// The domain does not exist.
    record Missing() implements Apex {}

    /// Nobody says.
    record Unanswered(DnsName name, Failure failure) implements Apex {}

    /// Asks upward, not further than below the top-level domain. Where a server fails at one name,
    /// the one above may still tell.
    static Apex of(DnsName domain, Dns dns) {
        Optional<Apex> failed = Optional.empty();
        int most = Math.max(1, domain.labels().size() - 1);
        var name = domain;
        for (int i = 0; i < most; i++) {
            var soa = dns.ask(name, RecordType.SOA, Rdata.Soa.class);
            if (soa.aliases().isEmpty() && (soa instanceof Answer.Data || isBogus(soa))) {
                return new Found(name, soa);
            }
            if (soa instanceof Answer.NxDomain && soa.aliases().isEmpty() && i == 0) {
                return new Missing();
            }
            if (soa instanceof Answer.Failed<Rdata.Soa>(var failure, _, _) && failed.isEmpty()) {
                failed = Optional.of(new Unanswered(name, failure));
                if (failure == Failure.TIMEOUT) {
                    break;
                }
            }
            name = name.parent();
        }
        return failed.orElseGet(
                () -> new Found(domain, dns.ask(domain, RecordType.SOA, Rdata.Soa.class)));
    }

    static boolean isBogus(Answer<?> answer) {
        return answer instanceof Answer.Failed<?>(var failure, _, _) && failure == Failure.BOGUS;
    }
}
