package posthorn.engine.rdns;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.IpText;

/// Where the DNS was silent, a name may be there or not.
final class Silence implements Rule<RdnsFacts> {

    @Override
    public List<Finding> judge(RdnsFacts facts) {
        var names =
                facts.silent().stream()
                        .map(silent ->
                                unknown("rdns.unanswered", silent.name())
                                        .with("failure", silent.failure()));
        return Stream.concat(names, facts.hosts().stream().flatMap(Silence::judge)).toList();
    }

    private static Stream<Finding> judge(RdnsFacts.Host host) {
        if (host.ptr() instanceof Answer.Failed<?>(var failure, _, _)) {
            return Stream.of(silent(host, failure.name()));
        }
        return host.confirmed().isEmpty() && host.isOpen()
                ? host.named().stream()
                        .map(RdnsFacts.Named::addresses)
                        .filter(Answer.Failed.class::isInstance)
                        .limit(1)
                        .map(failed -> silent(host, ((Answer.Failed<?>) failed).failure().name()))
                : Stream.of();
    }

    private static Finding silent(RdnsFacts.Host host, String failure) {
        return unknown("rdns.unanswered", IpText.of(host.address())).with("failure", failure);
    }
}
