package posthorn.engine.dns;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Target;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

/// What the DNS itself shows of a domain.
///
/// @param target what was checked
/// @param zone the zone it lies in
/// @param aliases the names of its mail that are aliases
/// @param exchangers its MX hosts
/// @param wildcard what a name that nobody uses answers
public record DnsFacts(
        Target target,
        ZoneFacts zone,
        List<Alias> aliases,
        List<DnsName> exchangers,
        Wildcard wildcard) {

    public DnsFacts {
        aliases = List.copyOf(aliases);
        exchangers = List.copyOf(exchangers);
    }

    /// The answers of a name below the domain that nobody uses.
    record Wildcard(Answer<Rdata.Mx> mx, Answer<Rdata.Text> txt) {}

    /// The zone, if its servers could be asked.
    Optional<ZoneFacts.Cut> cut() {
        return zone instanceof ZoneFacts.Cut cut ? Optional.of(cut) : Optional.empty();
    }
}
