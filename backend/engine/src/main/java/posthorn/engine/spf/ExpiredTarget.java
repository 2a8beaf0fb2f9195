package posthorn.engine.spf;

import static posthorn.engine.check.Finding.critical;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.outside.DnsName;
import posthorn.engine.psl.PublicSuffixes;
import posthorn.engine.spf.SpfFacts.Published;

/// An include or redirect into a domain that does not exist: whoever registers it decides who may
/// send. A domain that is registered but not delegated looks the same from the DNS (RFC 8020 §2).
final class ExpiredTarget implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        return facts.expired().stream().map(domain -> expired(facts, domain)).toList();
    }

    private static Finding expired(Published facts, DnsName domain) {
        var nodes =
                facts.expansion()
                        .all()
                        .filter(node -> node.outcome() instanceof Node.Outcome.NoRecord)
                        .filter(node -> isBelow(node, domain))
                        .toList();
        var finding =
                critical("spf.include-expired-domain", domain)
                        .with("terms", nodes.stream().map(n -> n.term().text()).distinct().toList())
                        .with("path", nodes.getFirst().path());
        return nodes.stream().allMatch(Node::isOwn)
                ? facts.dropping(finding, nodes.stream().map(Node::term).toList())
                : finding;
    }

    private static boolean isBelow(Node node, DnsName domain) {
        return PublicSuffixes.builtIn()
                .registrableDomain(DnsName.of(node.target()))
                .filter(domain::equals)
                .isPresent();
    }
}
