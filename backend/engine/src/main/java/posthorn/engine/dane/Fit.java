package posthorn.engine.dane;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.unknown;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.mailhost.Visit;

/// The certificate a host shows is the one its records name (RFC 7672 §3).
final class Fit implements Rule<DaneFacts> {

    @Override
    public List<Finding> judge(DaneFacts facts) {
        var findings = new ArrayList<Finding>();
        var unseen = new ArrayList<HostDane>();
        for (var host : facts.demanded()) {
            if (!host.strange().isEmpty()) {
                findings.add(mismatch(host, facts));
            } else if (!host.host().told().isEmpty() && !host.isCompared()) {
                findings.add(unencrypted(host));
            } else if (!host.isCompared()) {
                unseen.add(host);
            }
        }
        if (!unseen.isEmpty()) {
            findings.add(
                    unknown("dane.not-compared", facts.domain())
                            .with("hosts", Presence.names(unseen)));
        }
        return findings;
    }

    private static Finding mismatch(HostDane host, DaneFacts facts) {
        var finding =
                critical("dane.mismatch", host.host().name())
                        .with("name", host.place())
                        .with("addresses", host.strange().stream().map(Visit::address).toList())
                        .with("records", host.records().stream().map(TlsaRecord::toString).toList())
                        .with("certificates", shown(host))
                        .with("operator", host.host().operator());
        return TlsaRemedies.beside(finding, host, facts.domain());
    }

    /// The advised records for what the host shows.
    private static List<String> shown(HostDane host) {
        return host.strange().stream()
                .map(visit -> TlsaRecord.advised(visit.chain().getFirst()).toString())
                .distinct()
                .toList();
    }

    /// The check `tls` warns; here it is only said why it matters.
    private static Finding unencrypted(HostDane host) {
        return notice("dane.no-tls", host.host().name())
                .with("name", host.place())
                .with("operator", host.host().operator());
    }
}
