package posthorn.engine.bimi;

import java.util.List;
import java.util.Optional;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Dns;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;

/// What an authority finds that is asked to issue a certificate for a name: the CAA records of the
/// name itself, else of the closest name above that has some (RFC 8659 §3).
public sealed interface CaaLookup {

    /// A question that decides stayed open.
    record Unanswered(DnsName name, Failure failure) implements CaaLookup {}

    /// There are none up to the root.
    record None() implements CaaLookup {}

    /// There are some.
    ///
    /// @param source the name they were found for
    /// @param alias whether they stand at another name, by way of a CNAME
    record Found(DnsName source, CaaSet set, boolean alias) implements CaaLookup {}

    /// Climbs from a name.
    static CaaLookup of(DnsName name, Dns dns) {
        for (var at = name; !at.isRoot(); at = at.parent()) {
            switch (dns.caa(at)) {
                case Answer.Failed<Rdata.Caa>(var failure, _, _) -> {
                    return new Unanswered(at, failure);
                }
                case Answer.Data<Rdata.Caa>(var records, _, _, var aliases, _) -> {
                    return new Found(at, new CaaSet(sorted(records)), !aliases.isEmpty());
                }
                case Answer.NoData<Rdata.Caa> _, Answer.NxDomain<Rdata.Caa> _ -> {}
            }
        }
        return new None();
    }

    private static List<Rdata.Caa> sorted(List<Rdata.Caa> records) {
        return records.stream()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /// The records, if there are some.
    default Optional<Found> found() {
        return this instanceof Found found ? Optional.of(found) : Optional.empty();
    }
}
