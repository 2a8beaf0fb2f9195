package posthorn.engine.mx;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;

/// More MX hosts than we ask about, and more than any sender will try.
final class ManyHosts implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        return facts instanceof MxFacts.Published published
                        && published.records().size() > MxProbe.MAX_HOSTS
                ? List.of(
                        notice("mx.many", published.target().domain())
                                .with("count", published.records().size())
                                .with("asked", MxProbe.MAX_HOSTS))
                : List.of();
    }
}
