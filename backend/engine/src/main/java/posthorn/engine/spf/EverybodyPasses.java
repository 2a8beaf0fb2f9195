package posthorn.engine.spf;

import static posthorn.engine.check.Finding.critical;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.spf.SpfFacts.Published;

/// A record that lets the whole world pass: `+all` here or in an include that passes, a prefix
/// length of 0, or blocks that together hold every public address (RFC 7208 §5.1).
final class EverybodyPasses implements RecordRule {

    /// 1.0.0.0 to 223.255.255.255: all that can be a client's address.
    private static final IpNetwork[] FOUR = {network("1.0.0.0/32"), network("223.255.255.255/32")};

    private static final IpNetwork[] SIX = {network("2000::/128"), network("3fff:ffff::/32")};

    private static IpNetwork network(String text) {
        return IpNetwork.parse(text).orElseThrow();
    }

    @Override
    public List<Finding> judge(Published facts) {
        var trusting = facts.expansion().nodes().stream().flatMap(Node::trusting).toList();
        var plain = trusting.stream().filter(EverybodyPasses::passesAll).findFirst();
        if (plain.isPresent()) {
            return List.of(cured(facts, plain.get(), finding(facts, List.of(plain.get()))));
        }
        return whole(trusting, true, FOUR)
                .or(() -> whole(trusting, false, SIX))
                .map(nodes -> List.of(finding(facts, nodes)))
                .orElse(List.of());
    }

    private static boolean passesAll(Node node) {
        return node.term() instanceof Term.Directive d
                && switch (d.mechanism()) {
                    case Mechanism.All _ -> true;
                    case Mechanism.Ip(var network) -> network.prefix() == 0;
                    case Mechanism.A(_, var four, var six) -> four == 0 || six == 0;
                    case Mechanism.Mx(_, var four, var six) -> four == 0 || six == 0;
                    case Mechanism.Include _, Mechanism.Ptr _, Mechanism.Exists _ -> false;
                };
    }

    private static Finding finding(Published facts, List<Node> nodes) {
        return critical("spf.plus-all", facts.domain())
                .with("terms", nodes.stream().map(node -> node.term().text()).toList())
                .with("path", nodes.getFirst().path());
    }

    private static Finding cured(Published facts, Node node, Finding finding) {
        boolean ownAll =
                node.isOwn() && node.term() instanceof Term.Directive(_, _, _, Mechanism.All _);
        if (!ownAll) {
            return finding;
        }
        var corrected = SpfParser.read(Slips.corrected(facts.record()));
        boolean meantOtherwise =
                corrected.all().filter(all -> all.qualifier() != Qualifier.PASS).isPresent();
        return facts.replacing(
                finding,
                meantOtherwise ? corrected.text() : facts.record().replacing(node.term(), "~all"));
    }

    /// The blocks of one family if together they hold everything from the first address of `range`
    /// to the last.
    private static Optional<List<Node>> whole(List<Node> nodes, boolean four, IpNetwork[] range) {
        var blocks =
                nodes.stream()
                        .filter(node -> block(node).filter(n -> n.isFour() == four).isPresent())
                        .sorted(Comparator.comparing(node -> block(node).orElseThrow().first()))
                        .toList();
        var next = range[0].first();
        for (var node : blocks) {
            var block = block(node).orElseThrow();
            if (block.first().compareTo(next) > 0) {
                return Optional.empty();
            }
            next = next.max(block.last().add(BigInteger.ONE));
        }
        return next.compareTo(range[1].last()) > 0 ? Optional.of(blocks) : Optional.empty();
    }

    private static Optional<IpNetwork> block(Node node) {
        return node.term() instanceof Term.Directive(_, _, _, Mechanism.Ip(var network))
                ? Optional.of(network)
                : Optional.empty();
    }
}
