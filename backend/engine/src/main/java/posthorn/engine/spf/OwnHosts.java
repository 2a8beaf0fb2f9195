package posthorn.engine.spf;

import static posthorn.engine.check.Finding.notice;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.outside.IpText;
import posthorn.engine.outside.RecordType;
import posthorn.engine.spf.SpfFacts.Client;
import posthorn.engine.spf.SpfFacts.HeloRecord;
import posthorn.engine.spf.SpfFacts.Published;

/// The domain's own hosts: allowed by its record, and with a record of their own for bounces, which
/// are judged by the HELO name (RFC 7208 §2.3, §2.4).
final class OwnHosts implements RecordRule {

    @Override
    public List<Finding> judge(Published facts) {
        var findings = new ArrayList<Finding>();
        var refused = facts.clients().stream().filter(OwnHosts::isRefused).toList();
        if (!refused.isEmpty()) {
            findings.add(uncovered(facts, refused));
        }
        facts.around().ownHosts().stream()
                .filter(host -> host.helo() == HeloRecord.MISSING)
                .map(host ->
                        notice("spf.helo-missing", host.name())
                                .cure(
                                        new Remedy.Publish(
                                                host.name(), RecordType.TXT, "v=spf1 a -all")))
                .forEach(findings::add);
        return findings;
    }

    private static boolean isRefused(Client client) {
        return switch (client.result()) {
            case FAIL, SOFTFAIL, NEUTRAL -> true;
            case PASS, NONE, TEMPERROR, PERMERROR -> false;
        };
    }

    private static Finding uncovered(Published facts, List<Client> refused) {
        var addresses = refused.stream().map(client -> IpText.of(client.address())).distinct();
        var terms = addresses.map(ip -> (ip.indexOf(':') < 0 ? "ip4:" : "ip6:") + ip).toList();
        var finding =
                notice("spf.mx-not-covered", facts.domain())
                        .with("hosts", refused.stream().map(Client::name).distinct().toList())
                        .with("addresses", refused.stream().map(Client::address).toList());
        return facts.replacing(finding, facts.record().withBeforeAll(terms));
    }
}
