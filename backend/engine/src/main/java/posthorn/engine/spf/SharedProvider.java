package posthorn.engine.spf;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.spf.SpfFacts.Published;

/// An include of a sender with many customers: each of them passes for this domain (RFC 9989 §7.1).
final class SharedProvider implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        return facts.expansion().nodes().stream()
                .filter(node -> !(node.outcome() instanceof Node.Outcome.Unused))
                .map(Node::target)
                .distinct()
                .flatMap(SharedProvider::finding)
                .toList();
    }

    private static Stream<Finding> finding(String target) {
        return Providers.sharedBy(target).stream()
                .map(provider -> notice("spf.shared-provider", target).with("provider", provider));
    }
}
