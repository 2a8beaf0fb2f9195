package posthorn.engine.dane;

import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// At least one record is of a kind that senders of mail can use (RFC 7672 §3.1.3), and the next
/// key can be named beside the present one (RFC 7671 §8.1).
final class Usability implements Rule<DaneFacts> {

    @Override
    public List<Finding> judge(DaneFacts facts) {
        return facts.named().stream()
                .filter(host -> host.standing() == Standing.SECURE)
                .flatMap(host -> judge(host, facts).stream())
                .toList();
    }

    private static Optional<Finding> judge(HostDane host, DaneFacts facts) {
        var usable = host.usable().stream().distinct().toList();
        if (usable.isEmpty()) {
            boolean pkix = host.records().stream().allMatch(TlsaRecord::isPkix);
            var code = pkix ? "dane.usage-pkix" : TlsaRecord.UNUSABLE;
            var finding = about(warning(code, host.host().name()), host);
            return Optional.of(TlsaRemedies.instead(finding, host, facts.domain()));
        }
        return usable.size() == 1 && usable.getFirst().isOfHost() && host.strange().isEmpty()
                ? Optional.of(about(notice("dane.no-rollover", host.host().name()), host))
                : Optional.empty();
    }

    private static Finding about(Finding finding, HostDane host) {
        return finding.with("name", host.place())
                .with("records", host.records().stream().map(TlsaRecord::toString).toList())
                .with("operator", host.host().operator());
    }
}
