package posthorn.engine.dane;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Whether there are TLSA records: for none of the hosts, for some, for all.
final class Presence implements Rule<DaneFacts> {

    @Override
    public List<Finding> judge(DaneFacts facts) {
        var present = facts.dane().stream().filter(host -> !host.host().isMissing()).toList();
        var without = present.stream().filter(host -> host.answer().isVoid()).toList();
        boolean known = present.stream().noneMatch(host -> host.answer().isFailed());
        if (present.isEmpty()) {
            return List.of();
        }
        if (facts.named().isEmpty()) {
            return known || !without.isEmpty() ? List.of(absent(facts, present)) : List.of();
        }
        return Stream.of(partial(facts, without), unsignedDomain(facts))
                .flatMap(List::stream)
                .toList();
    }

    private static Finding absent(DaneFacts facts, List<HostDane> hosts) {
        return info("dane.absent", facts.domain())
                .with("hosts", names(hosts))
                .with("signed", facts.isSecure())
                .with("records", advised(hosts));
    }

    /// What could be published for hosts whose certificate was seen.
    private static List<String> advised(List<HostDane> hosts) {
        var records = new ArrayList<String>();
        for (var host : hosts) {
            host.host()
                    .certificate()
                    .map(TlsaRecord::advised)
                    .ifPresent(record -> records.add(host.place() + ". TLSA " + record));
        }
        return records;
    }

    private static List<Finding> partial(DaneFacts facts, List<HostDane> without) {
        return facts.demanded().isEmpty() || without.isEmpty()
                ? List.of()
                : List.of(
                        notice("dane.partial", facts.domain())
                                .with("hosts", names(without))
                                .with("named", names(facts.demanded())));
    }

    /// A resolver that vouches for the records of a host validates; so MX records it does not vouch
    /// for are not signed.
    private static List<Finding> unsignedDomain(DaneFacts facts) {
        return facts.demanded().isEmpty() || facts.isSecure()
                ? List.of()
                : List.of(
                        notice("dane.domain-unsigned", facts.domain())
                                .with("hosts", names(facts.demanded())));
    }

    static List<?> names(List<HostDane> hosts) {
        return hosts.stream().map(host -> host.host().name()).toList();
    }
}
