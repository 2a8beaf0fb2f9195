package posthorn.engine.spf;

import static posthorn.engine.check.Finding.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.spf.SpfFacts.Published;

/// Blocks the domain itself lets pass: very wide ones, and ones no receiver ever sees (RFC 6890).
/// The blocks for documentation count as ordinary ones.
final class Ranges implements RecordRule {

    private static final int BROAD_FOUR = 16;
    private static final int BROAD_SIX = 32;
    private static final int HUGE = 8;
    private static final List<IpNetwork> NEVER_SEEN =
            Stream.of(
                            "0.0.0.0/8",
                            "10.0.0.0/8",
                            "100.64.0.0/10",
                            "127.0.0.0/8",
                            "169.254.0.0/16",
                            "172.16.0.0/12",
                            "192.168.0.0/16",
                            "224.0.0.0/3",
                            "::/127",
                            "fc00::/7",
                            "fe80::/10",
                            "ff00::/8")
                    .map(text -> IpNetwork.parse(text).orElseThrow())
                    .toList();

    @Override
    public List<Finding> judge(Published facts) {
        var findings = new ArrayList<Finding>();
        var passing =
                facts.record().reachable().stream()
                        .filter(d -> d.qualifier() == Qualifier.PASS)
                        .toList();
        var unseen = passing.stream().filter(Ranges::isNeverSeen).toList();
        var broad = passing.stream().filter(d -> isBroad(d) && !unseen.contains(d)).toList();
        if (!broad.isEmpty()) {
            findings.add(broad(facts, broad));
        }
        if (!unseen.isEmpty()) {
            var finding = notice("spf.private-range", facts.domain()).with("terms", texts(unseen));
            findings.add(facts.dropping(finding, unseen));
        }
        return findings;
    }

    private static Finding broad(Published facts, List<Term.Directive> terms) {
        boolean huge = terms.stream().anyMatch(d -> shortest(d.mechanism()) <= HUGE);
        return Finding.of(
                        huge ? Severity.CRITICAL : Severity.WARNING,
                        "spf.broad-range",
                        facts.domain())
                .with("terms", texts(terms));
    }

    private static List<String> texts(List<Term.Directive> terms) {
        return terms.stream().map(Term.Directive::text).toList();
    }

    /// A prefix length of 0 is for [EverybodyPasses].
    private static boolean isBroad(Term.Directive directive) {
        return switch (directive.mechanism()) {
            case Mechanism.Ip(var network) ->
                    isBroad(network.prefix(), network.isFour() ? BROAD_FOUR : BROAD_SIX);
            case Mechanism.A(_, var four, var six) ->
                    isBroad(four, BROAD_FOUR) || isBroad(six, BROAD_SIX);
            case Mechanism.Mx(_, var four, var six) ->
                    isBroad(four, BROAD_FOUR) || isBroad(six, BROAD_SIX);
            case Mechanism.All _, Mechanism.Include _, Mechanism.Ptr _, Mechanism.Exists _ -> false;
        };
    }

    private static boolean isBroad(int prefix, int limit) {
        return prefix > 0 && prefix < limit;
    }

    private static int shortest(Mechanism mechanism) {
        return switch (mechanism) {
            case Mechanism.Ip(var network) -> network.prefix();
            case Mechanism.A(_, var four, var six) -> Math.min(four, six);
            case Mechanism.Mx(_, var four, var six) -> Math.min(four, six);
            case Mechanism.All _, Mechanism.Include _, Mechanism.Ptr _, Mechanism.Exists _ -> 128;
        };
    }

    private static boolean isNeverSeen(Term.Directive directive) {
        return directive.mechanism() instanceof Mechanism.Ip(var network)
                && NEVER_SEEN.stream().anyMatch(block -> block.contains(network));
    }
}
