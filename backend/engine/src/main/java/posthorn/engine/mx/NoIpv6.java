package posthorn.engine.mx;

import static posthorn.engine.check.Finding.info;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// Whether mail can come over IPv4 only.
final class NoIpv6 implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        return facts instanceof MxFacts.Published published
                        && !published.isDead()
                        && published.asked().stream().allMatch(host -> host.aaaa().isVoid())
                ? List.of(info("mx.no-ipv6", published.target().domain()))
                : List.of();
    }
}
