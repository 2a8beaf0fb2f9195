package posthorn.engine.mx;

import static posthorn.engine.check.Finding.notice;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.mailhost.Visit;
import posthorn.engine.outside.SmtpAnswer;

/// Hosts that keep senders waiting for the greeting. Senders should have five minutes of patience
/// (RFC 5321 §4.5.3.2.1); not all have.
final class Greeting implements Rule<MxFacts> {

    private static final Duration LONG = Duration.ofSeconds(10);

    @Override
    public List<Finding> judge(MxFacts facts) {
        return facts instanceof MxFacts.Published published
                ? published.visited().stream().flatMap(host -> slow(host).stream()).toList()
                : List.of();
    }

    private static Optional<Finding> slow(MailHost host) {
        return host.visits().stream()
                .map(Greeting::waited)
                .flatMap(Optional::stream)
                .max(Duration::compareTo)
                .map(waited ->
                        notice("mx.slow-banner", host.name())
                                .with("seconds", waited.toSeconds())
                                .with("operator", host.operator()));
    }

    private static Optional<Duration> waited(Visit visit) {
        return visit.answer() instanceof SmtpAnswer.Spoke spoke
                ? Optional.of(spoke.greetedAfter()).filter(waited -> waited.compareTo(LONG) > 0)
                : Optional.empty();
    }
}
