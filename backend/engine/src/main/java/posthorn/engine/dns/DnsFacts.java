package posthorn.engine.dns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.Registration;

/// What the DNS itself shows of a domain.
///
/// @param target what was checked
/// @param zone the zone it lies in
/// @param names the names of its mail
/// @param exchangers its MX hosts
/// @param wildcard what a name that nobody uses answers
/// @param registered what its registry says
public record DnsFacts(
        Target target,
        ZoneFacts zone,
        Names names,
        List<DnsName> exchangers,
        Wildcard wildcard,
        Registered registered) {

    public DnsFacts {
        exchangers = List.copyOf(exchangers);
    }

    /// Those of the names of mail that are aliases, and those about which nobody could tell.
    record Names(List<Alias> aliases, List<Open> open) {
        Names {
            aliases = List.copyOf(aliases);
            open = List.copyOf(open);
        }
    }

    /// A question that stayed open.
    record Open(DnsName name, Failure failure) {}

    /// The answers of a name below the domain that nobody uses.
    record Wildcard(Answer<Rdata.Mx> mx, Answer<Rdata.Text> txt) {}

    /// The registration of a domain, and when it was looked at.
    record Registered(DnsName domain, Registration registration, Instant at) {}

    List<Alias> aliases() {
        return names.aliases();
    }

    /// The zone, if its servers could be asked.
    Optional<ZoneFacts.Cut> cut() {
        return zone instanceof ZoneFacts.Cut cut ? Optional.of(cut) : Optional.empty();
    }
}
