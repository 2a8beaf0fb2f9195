package posthorn.engine.mx;

import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.SpecialPurpose;

/// Addresses of special purpose cannot be reached from the Internet (RFC 6890 §2.2).
final class PrivateAddress implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        return facts instanceof MxFacts.Published published
                ? published.asked().stream()
                        .filter(host -> !special(host).isEmpty())
                        .map(host -> judge(host, published.isDead()))
                        .toList()
                : List.of();
    }

    private static Finding judge(MxHost.Asked host, boolean dead) {
        return Finding.of(dead ? CRITICAL : WARNING, "mx.private-ip", host.name())
                .with("addresses", special(host))
                .with("reachable", host.isReachable());
    }

    /// `10.0.0.1 (Private-Use, 10.0.0.0/8)`.
    private static List<String> special(MxHost.Asked host) {
        return host.addresses().stream()
                .flatMap(address ->
                        SpecialPurpose.of(address).stream()
                                .map(special ->
                                        "%s (%s, %s)"
                                                .formatted(
                                                        IpText.of(address),
                                                        special.use(),
                                                        special.range())))
                .toList();
    }
}
