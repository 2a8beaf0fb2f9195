package posthorn.engine.mx;

import static posthorn.engine.check.Finding.notice;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;
import posthorn.engine.provider.Providers;

/// Two MX records are of use when they lead to two machines. Silent about hosts of providers: these
/// see to that themselves, and one name may stand for many machines.
final class Redundancy implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        if (!(facts instanceof MxFacts.Published published)) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        published.hosts().forEach(host -> findings.addAll(twice(host.name(), published)));
        byAddress(published)
                .forEach((address, hosts) -> {
                    if (hosts.size() > 1) {
                        findings.add(notice("mx.duplicate", address).with("hosts", hosts));
                    }
                });
        findings.addAll(single(published));
        return findings;
    }

    private static List<Finding> twice(DnsName host, MxFacts.Published published) {
        var records = published.recordsOf(host);
        if (records.size() < 2) {
            return List.of();
        }
        var finding =
                notice("mx.duplicate", host)
                        .with("hosts", records.stream().map(Rdata.Mx::toString).toList());
        return List.of(
                MxRemedies.removeAll(
                        finding, published.target().domain(), records.subList(1, records.size())));
    }

    private static Map<InetAddress, List<DnsName>> byAddress(MxFacts.Published published) {
        var hosts = new LinkedHashMap<InetAddress, List<DnsName>>();
        published.asked().stream()
                .filter(host -> Providers.builtIn().ofMx(host.name()).isEmpty())
                .forEach(host ->
                        host.addresses().stream()
                                .distinct()
                                .forEach(address ->
                                        hosts.computeIfAbsent(address, _ -> new ArrayList<>())
                                                .add(host.name())));
        return hosts;
    }

    private static List<Finding> single(MxFacts.Published published) {
        if (published.hosts().size() != 1
                || !(published.hosts().getFirst() instanceof MxHost.Asked host)) {
            return List.of();
        }
        boolean one = host.a().records().size() <= 1 && host.aaaa().records().size() <= 1;
        return one && host.isReachable() && Providers.builtIn().ofMx(host.name()).isEmpty()
                ? List.of(
                        notice("mx.single", published.target().domain())
                                .with("host", host.name())
                                .with("addresses", host.addresses()))
                : List.of();
    }
}
