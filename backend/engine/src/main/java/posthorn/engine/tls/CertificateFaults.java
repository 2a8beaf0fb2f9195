package posthorn.engine.tls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.mailhost.Certificate;
import posthorn.engine.mailhost.TlsFault;
import posthorn.engine.mailhost.Visit;

/// The certificate of a host is in force, for its name, and trusted. How much each matters depends
/// on what senders insist on ([Demand]).
final class CertificateFaults implements Rule<TlsFacts> {

    private static final Map<TlsFault, String> CODES =
            Map.of(
                    TlsFault.EXPIRED, "tls.cert-expired",
                    TlsFault.TOO_YOUNG, "tls.cert-too-young",
                    TlsFault.UNTRUSTED, "tls.cert-untrusted",
                    TlsFault.NAME, "tls.cert-name");

    private static final List<TlsFault> ORDER =
            List.of(TlsFault.EXPIRED, TlsFault.TOO_YOUNG, TlsFault.NAME, TlsFault.UNTRUSTED);

    @Override
    public List<Finding> judge(TlsFacts facts) {
        return facts.known().stream()
                .flatMap(
                        host -> ORDER.stream().flatMap(fault -> judge(host, fault, facts).stream()))
                .toList();
    }

    private static Optional<Finding> judge(TlsFacts.Judged host, TlsFault fault, TlsFacts facts) {
        var severity = host.demand().severity(fault);
        return host.encrypted().stream()
                .filter(visit -> visit.faults(host.name(), facts.at()).contains(fault))
                .findFirst()
                .flatMap(visit -> severity.map(how -> finding(how, fault, host, visit)));
    }

    private static Finding finding(
            Severity severity, TlsFault fault, TlsFacts.Judged host, Visit visit) {
        var finding =
                Finding.of(severity, CODES.getOrDefault(fault, ""), host.name())
                        .with("address", visit.address())
                        .with("operator", host.host().operator())
                        .with("demand", demand(host.demand()));
        return switch (fault) {
            case UNTRUSTED ->
                    described(finding, visit)
                            .with("trust", visit.session().map(s -> s.trust().name()).orElse(""));
            case EXPIRED, TOO_YOUNG, NAME, NO_STARTTLS, HANDSHAKE -> described(finding, visit);
        };
    }

    /// Who insists.
    private static String demand(Demand demand) {
        return switch (demand.mode()) {
            case ENFORCE -> "MTA_STS";
            case TESTING -> "MTA_STS_TESTING";
            case NONE ->
                    switch (demand.proof()) {
                        case ANCHOR -> "DANE";
                        case KEY, NONE -> "NOBODY";
                    };
        };
    }

    /// The values that tell which certificate is meant.
    static Finding described(Finding finding, Visit visit) {
        var described = finding;
        for (Certificate own : visit.chain().stream().limit(1).toList()) {
            described =
                    described
                            .with("names", own.names().isEmpty() ? List.of("–") : own.names())
                            .with("issuer", own.issuer())
                            .with("from", day(own.notBefore()))
                            .with("until", day(own.notAfter()));
        }
        return described;
    }

    private static String day(java.time.Instant instant) {
        return instant.toString().substring(0, "2026-11-24".length());
    }
}
