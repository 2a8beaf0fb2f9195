package posthorn.engine.bimi;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// The certificate that proves whose logo it is holds (BIMI draft §7.4, VMC requirements).
final class Mark implements Rule<BimiFacts> {

    private static final Duration SOON = Duration.ofDays(30);

    @Override
    public List<Finding> judge(BimiFacts facts) {
        return switch (facts.evidence()) {
            case WebFile.NotNamed _ ->
                    facts.wanted().isPresent()
                            ? List.of(notice("bimi.no-certificate", facts.domain()))
                            : List.of();
            case WebFile.Silent _ -> List.of();
            case WebFile.Missing missing ->
                    List.of(missing.in(warning("bimi.cert-unreachable", facts.domain())));
            case WebFile.TooLarge(var at) -> List.of(unreadable(at.toString(), facts));
            case WebFile.Got(var at, _) ->
                    facts.mark()
                            .map(mark -> judge(mark, at.toString(), facts))
                            .orElseGet(() -> List.of(unreadable(at.toString(), facts)));
        };
    }

    private static Finding unreadable(String address, BimiFacts facts) {
        return invalid(address, facts)
                .with("markFaults", List.of("UNREADABLE"))
                .with("names", List.of())
                .with("until", "");
    }

    private static Finding invalid(String address, BimiFacts facts) {
        return warning("bimi.cert-invalid", facts.domain()).with("address", address);
    }

    private static List<Finding> judge(MarkCertificate mark, String address, BimiFacts facts) {
        var findings = new ArrayList<Finding>();
        var faults = mark.faults(facts.domains(), facts.picture(), facts.at());
        if (!faults.isEmpty()) {
            findings.add(
                    invalid(address, facts)
                            .with("markFaults", faults)
                            .with("names", mark.names().stream().limit(20).toList())
                            .with("until", mark.notAfter().toString()));
        }
        var left = Duration.between(facts.at(), mark.notAfter());
        if (!left.isNegative() && left.compareTo(SOON) < 0) {
            findings.add(
                    warning("bimi.cert-expiring", facts.domain())
                            .with("days", left.toDays())
                            .with("until", mark.notAfter().toString()));
        }
        if (mark.path() == MarkRoots.Path.OTHER_ROOT) {
            findings.add(notice("bimi.cert-issuer", facts.domain()).with("issuer", mark.issuer()));
        }
        if (faults.isEmpty()) {
            findings.add(
                    info("bimi.mark-type", facts.domain())
                            .with("markKind", mark.kind())
                            .with("markType", mark.markType()));
        }
        return findings;
    }
}
