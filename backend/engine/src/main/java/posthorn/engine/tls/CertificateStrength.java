package posthorn.engine.tls;

import static posthorn.engine.check.Finding.warning;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.mailhost.Certificate;

/// The key of a certificate and the signature on it withstand attack. A certificate that has signed
/// itself proves nothing by its signature anyway.
final class CertificateStrength implements Rule<TlsFacts> {

    private static final int LEAST_RSA = 2048;
    private static final int LEAST_EC = 224;
    private static final Pattern BROKEN = Pattern.compile("(?i)(SHA-?1|MD[245])with.*");

    @Override
    public List<Finding> judge(TlsFacts facts) {
        return facts.known().stream().flatMap(host -> judge(host).stream()).toList();
    }

    private static Optional<Finding> judge(TlsFacts.Judged host) {
        return host.host().chains().stream()
                .map(List::getFirst)
                .filter(CertificateStrength::isWeak)
                .findFirst()
                .map(own ->
                        warning("tls.cert-weak", host.name())
                                .with("key", own.key())
                                .with("bits", own.bits())
                                .with("signature", own.signature())
                                .with("operator", host.host().operator()));
    }

    private static boolean isWeak(Certificate own) {
        boolean key =
                switch (own.key()) {
                    case "RSA", "DSA" -> own.bits() > 0 && own.bits() < LEAST_RSA;
                    case "EC" -> own.bits() > 0 && own.bits() < LEAST_EC;
                    default -> false;
                };
        boolean signed = !own.issuer().equals(own.subject());
        return key || (signed && BROKEN.matcher(own.signature()).matches());
    }
}
