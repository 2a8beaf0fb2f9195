package posthorn.engine.bulk;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.bulk.BulkFacts.Sending;
import posthorn.engine.check.Finding;

/// Whether each declared host has a name that leads back to its address, and what T-Online wants to
/// find behind that name.
final class HostNames implements SendingRule {

    @Override
    public List<Finding> judge(Sending facts) {
        var findings = new ArrayList<Finding>();
        facts.hosts().stream()
                .filter(host -> host.confirmed().filter(confirmed -> !confirmed).isPresent())
                .map(HostNames::unconfirmed)
                .forEach(findings::add);
        facts.hosts().stream()
                .filter(host -> host.confirmed().orElse(false))
                .map(HostNames::operator)
                .forEach(findings::add);
        return findings;
    }

    private static Finding unconfirmed(Reverse host) {
        return notice("bulk.rdns", host.address())
                .with("found", host.names().isEmpty() ? "NOTHING" : "ELSEWHERE")
                .with("names", host.names())
                .with("receivers", Authentication.askedBy(Requirement.RDNS));
    }

    private static Finding operator(Reverse host) {
        return info("bulk.telekom", host.address()).with("names", host.names());
    }
}
