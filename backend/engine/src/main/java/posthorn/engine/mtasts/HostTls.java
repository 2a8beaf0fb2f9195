package posthorn.engine.mtasts;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// The hosts are as the policy demands. The check `tls` warns of what is wrong with them, as loudly
/// as the policy makes it; here it is only said that this is why.
final class HostTls implements Rule<MtaStsFacts> {

    @Override
    public List<Finding> judge(MtaStsFacts facts) {
        return facts.hosts().hosts().stream()
                .filter(host -> facts.lookup().modeFor(host.name()) == PolicyMode.ENFORCE)
                .filter(host -> !host.faults(facts.at()).isEmpty())
                .map(host ->
                        notice("mtasts.tls-broken", host.name())
                                .with("domain", facts.domain())
                                .with("tlsFaults", host.faults(facts.at()))
                                .with("operator", host.operator()))
                .toList();
    }
}
