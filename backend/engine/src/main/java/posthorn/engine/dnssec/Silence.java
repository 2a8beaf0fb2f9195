package posthorn.engine.dnssec;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.dnssec.DnssecFacts.Delegated;
import posthorn.engine.dnssec.DnssecFacts.Standing;
import posthorn.engine.dnssec.DnssecFacts.Unanswered;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;

/// Answers that stayed out, and a resolver that does not check what it is told.
final class Silence implements Rule<DnssecFacts> {

    @Override
    public List<Finding> judge(DnssecFacts facts) {
        return switch (facts) {
            case Unanswered(_, var name, var failure) -> List.of(silent(name, failure));
            case Delegated delegated -> judge(delegated);
            case DnssecFacts.Missing _, DnssecFacts.Unsigned _ -> List.of();
        };
    }

    private static List<Finding> judge(Delegated facts) {
        return switch (facts.standing()) {
            case Standing.Unchecked() ->
                    List.of(
                            unknown("dnssec.resolver-does-not-validate", facts.domain())
                                    .with("zone", facts.zone())
                                    .with("signers", Refusal.texts(facts.signers())));
            case Standing.Bogus bogus when Refusal.isProven(facts, bogus) -> List.of();
            case Standing.Bogus _ -> List.of(silent(facts.zone(), Failure.BOGUS));
            case Standing.Secure _, Standing.Insecure _, Standing.Unknown _ ->
                    facts.open().stream()
                            .limit(1)
                            .map(open -> silent(open.name(), open.failure()))
                            .toList();
        };
    }

    private static Finding silent(DnsName name, Failure failure) {
        return unknown("dnssec.unanswered", name).with("failure", failure);
    }
}
