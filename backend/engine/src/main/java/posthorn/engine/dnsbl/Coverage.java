package posthorn.engine.dnsbl;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Silence of the lists that matter is no clean bill: less than half of the tier A lists usable, or
/// none of any tier, leaves the question open. While nobody has switched a list on, there is no
/// question, and the check does not apply.
final class Coverage implements Rule<DnsblFacts> {

    @Override
    public List<Finding> judge(DnsblFacts facts) {
        if (facts.table().stream().noneMatch(Coverage::isReady)) {
            return List.of();
        }
        var wanted = wanted(facts);
        long usable = wanted.stream().filter(pair -> isUsable(pair, facts)).count();
        boolean any = facts.plan().pairs().stream().anyMatch(pair -> isUsable(pair, facts));
        if (any && 2 * usable >= wanted.size()) {
            return List.of();
        }
        return List.of(
                unknown("dnsbl.coverage-low", facts.target().domain())
                        .with("usable", usable)
                        .with("wanted", wanted.size())
                        .with("waiting", waiting(facts)));
    }

    private static boolean isReady(DnsList list) {
        return list.readiness() == DnsList.Readiness.READY;
    }

    /// The tier A lists that are switched on, each for every kind of subjects there is.
    private static List<ListHealth.Pair> wanted(DnsblFacts facts) {
        var kinds = facts.plan().subjects().stream().map(Subject::kind).distinct().toList();
        return facts.table().stream()
                .filter(list -> list.on() && list.tier() == Tier.A)
                .flatMap(list ->
                        list.lists().stream()
                                .filter(kind -> kinds.isEmpty() || kinds.contains(kind))
                                .map(kind -> new ListHealth.Pair(list, kind)))
                .toList();
    }

    private static boolean isUsable(ListHealth.Pair pair, DnsblFacts facts) {
        return facts.isUsable(pair.list(), pair.kind());
    }

    /// The lists that only wait for the operator.
    private static List<String> waiting(DnsblFacts facts) {
        var waiting =
                facts.table().stream()
                        .filter(DnsList::on)
                        .filter(list -> list.readiness() != DnsList.Readiness.READY)
                        .map(DnsList::name)
                        .toList();
        return waiting.isEmpty() ? List.of("–") : waiting;
    }
}
