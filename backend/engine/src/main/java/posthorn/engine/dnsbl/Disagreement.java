package posthorn.engine.dnsbl;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// One resolver sees a listing, the other none: nobody is accused.
final class Disagreement implements Rule<DnsblFacts> {

    @Override
    public List<Finding> judge(DnsblFacts facts) {
        return facts.replies().stream()
                .filter(reply -> reply.second() == SecondOpinion.DIFFERS)
                .map(Disagreement::finding)
                .toList();
    }

    private static Finding finding(DnsblFacts.Reply reply) {
        return unknown("dnsbl.resolvers-differ", Listings.subject(reply))
                .with("address", reply.subject().text())
                .with("list", reply.list().name())
                .with("zone", reply.list().zone())
                .with("codes", Listings.seen(reply))
                .with("role", reply.subject().role())
                .with("second", reply.second());
    }
}
