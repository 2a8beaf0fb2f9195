package posthorn.engine.spf;

import static posthorn.engine.check.Finding.critical;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.spf.SpfFacts.Published;

/// An `mx` whose domain has more than ten MX hosts is a permerror (RFC 7208 §4.6.4).
final class MxLimit implements RecordRule {

    private static final int LIMIT = 10;

    @Override
    public List<Finding> judge(Published facts) {
        return facts.expansion()
                .all()
                .filter(node ->
                        node.outcome() instanceof Node.Outcome.MailHosts(var hosts, _)
                                && hosts.size() > LIMIT)
                .map(MxLimit::finding)
                .toList();
    }

    private static Finding finding(Node node) {
        int hosts = ((Node.Outcome.MailHosts) node.outcome()).hosts().size();
        return critical("spf.mx-over-10", node.target())
                .with("hosts", hosts)
                .with("limit", LIMIT)
                .with("term", node.term().text())
                .with("domain", node.domain());
    }
}
