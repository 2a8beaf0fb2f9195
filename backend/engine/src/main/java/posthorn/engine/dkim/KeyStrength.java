package posthorn.engine.dkim;

import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Severity;
import posthorn.engine.dkim.SelectorFacts.Keyed;

/// Whether an RSA key is long and sound enough (RFC 8301 §3.2).
final class KeyStrength implements KeyRule {

    private static final int TOO_SHORT = 1024;
    private static final int SHORT = 2048;
    private static final int LONG = 4096;

    @Override
    public List<Finding> judge(Keyed key, DkimFacts.Probed facts) {
        return key.rsa()
                .flatMap(rsa -> Stream.of(length(key, rsa), weakness(key, rsa, facts)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Finding> length(Keyed key, DkimKey.Rsa rsa) {
        int bits = rsa.bits();
        if (bits < TOO_SHORT) {
            return Optional.of(finding(key, bits, CRITICAL, "dkim.rsa-under-1024"));
        }
        if (bits < SHORT) {
            return Optional.of(finding(key, bits, WARNING, "dkim.rsa-1024"));
        }
        return bits > LONG
                ? Optional.of(finding(key, bits, NOTICE, "dkim.rsa-over-4096"))
                : Optional.empty();
    }

    private static Finding finding(Keyed key, int bits, Severity severity, String code) {
        return KeyRule.about(key, severity, code).with("bits", bits);
    }

    private static Optional<Finding> weakness(Keyed key, DkimKey.Rsa rsa, DkimFacts.Probed facts) {
        var others = facts.keyed().stream().flatMap(Keyed::rsa).toList();
        return KeyWeakness.of(rsa, others)
                .map(weakness ->
                        finding(key, rsa.bits(), WARNING, "dkim.weak-exponent")
                                .with("weakness", weakness));
    }
}
