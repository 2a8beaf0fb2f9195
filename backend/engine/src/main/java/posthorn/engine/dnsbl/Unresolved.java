package posthorn.engine.dnsbl;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Addresses that could not be learned were not asked about.
final class Unresolved implements Rule<DnsblFacts> {

    @Override
    public List<Finding> judge(DnsblFacts facts) {
        return facts.silent().stream().map(name -> unknown("dnsbl.unanswered", name)).toList();
    }
}
