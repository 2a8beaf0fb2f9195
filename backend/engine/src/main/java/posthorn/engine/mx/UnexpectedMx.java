package posthorn.engine.mx;

import static posthorn.engine.check.Finding.notice;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Rdata;

/// A domain nobody uses for mail should name no MX host.
final class UnexpectedMx implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        if (!(facts instanceof MxFacts.Published published)
                || published.target().profile() != Profile.PARKED
                || published.hasNull()) {
            return List.of();
        }
        var domain = published.target().domain();
        var finding =
                notice("mx.unexpected", domain)
                        .with(
                                "hosts",
                                published.records().stream().map(Rdata.Mx::toString).toList());
        return List.of(
                MxRemedies.removeAll(finding, domain, published.records())
                        .cure(MxRemedies.publishNull(domain)));
    }
}
