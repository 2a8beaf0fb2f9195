package posthorn.engine.tls;

import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.mailhost.Certificate;
import posthorn.engine.mailhost.Visit;

/// A certificate is renewed well before it ends: with three weeks left something may have gone
/// wrong, with one week it has. One that lives for days only is renewed later, in proportion.
final class CertificateAge implements Rule<TlsFacts> {

    private static final Duration SOON = Duration.ofDays(21);
    private static final Duration AT_ONCE = Duration.ofDays(7);
    private static final int SOON_PART = 3;
    private static final int AT_ONCE_PART = 9;

    @Override
    public List<Finding> judge(TlsFacts facts) {
        return facts.known().stream()
                .filter(host -> !host.demand().looksAtKeyOnly())
                .flatMap(host ->
                        host.encrypted().stream()
                                .flatMap(visit -> judge(host, visit, facts.at()).stream())
                                .limit(1))
                .toList();
    }

    private static Optional<Finding> judge(TlsFacts.Judged host, Visit visit, Instant at) {
        return visit.chain().stream()
                .findFirst()
                .flatMap(own -> severity(own, at).map(how -> finding(how, host, visit, own, at)));
    }

    private static Finding finding(
            Severity how, TlsFacts.Judged host, Visit visit, Certificate own, Instant at) {
        var finding =
                Finding.of(how, "tls.cert-expiring", host.name())
                        .with("days", Duration.between(at, own.notAfter()).toDays())
                        .with("address", visit.address())
                        .with("operator", host.host().operator());
        return CertificateFaults.described(finding, visit);
    }

    static Optional<Severity> severity(Certificate own, Instant at) {
        var left = Duration.between(at, own.notAfter());
        var life = Duration.between(own.notBefore(), own.notAfter());
        if (left.isNegative() || left.compareTo(least(SOON, life.dividedBy(SOON_PART))) >= 0) {
            return Optional.empty();
        }
        return Optional.of(
                left.compareTo(least(AT_ONCE, life.dividedBy(AT_ONCE_PART))) < 0
                        ? WARNING
                        : NOTICE);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
