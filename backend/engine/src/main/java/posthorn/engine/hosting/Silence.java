package posthorn.engine.hosting;

import static posthorn.engine.check.Finding.unknown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.dkim.SelectorFacts;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.Rdata;
import posthorn.engine.spf.SpfFacts;

/// Where the DNS is silent, somebody may have to do with the domain whom nobody sees. One silence
/// is said once.
final class Silence implements Rule<ProviderFacts> {

    @Override
    public List<Finding> judge(ProviderFacts facts) {
        var silent = new LinkedHashMap<DnsName, Failure>();
        if (facts.servers() instanceof NameServers.Unanswered(var name, var failure)) {
            silent.put(name, failure);
        }
        if (facts instanceof ProviderFacts.Used used) {
            collect(used, silent);
        }
        return silent.entrySet().stream()
                .map(each ->
                        unknown("provider.unanswered", each.getKey())
                                .with("failure", each.getValue()))
                .toList();
    }

    private static void collect(ProviderFacts.Used facts, Map<DnsName, Failure> silent) {
        if (facts.mx() instanceof Answer.Failed<Rdata.Mx>(var failure, _, _)) {
            silent.putIfAbsent(facts.domain(), failure);
        }
        if (facts.spf() instanceof SpfFacts.Unreachable(var name, var failure)) {
            silent.putIfAbsent(name, failure);
        }
        if (!silent.isEmpty()) {
            return;
        }
        facts.probed().stream()
                .flatMap(probed -> probed.selectors().stream())
                .filter(SelectorFacts.Silent.class::isInstance)
                .map(SelectorFacts.Silent.class::cast)
                .findFirst()
                .ifPresent(selector ->
                        silent.putIfAbsent(facts.domain().child("_domainkey"), selector.failure()));
    }
}
