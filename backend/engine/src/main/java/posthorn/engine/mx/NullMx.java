package posthorn.engine.mx;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.INFO;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.outside.Rdata;

/// A null MX says that a domain takes no mail, so it stands alone (RFC 7505 §3); receivers may also
/// refuse mail from such a domain (RFC 7505 §4.2).
final class NullMx implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        return facts instanceof MxFacts.Published published && published.hasNull()
                ? List.of(published.isNull() ? alone(published) : mixed(published))
                : List.of();
    }

    private static Finding alone(MxFacts.Published published) {
        var domain = published.target().domain();
        var profile = published.target().profile();
        var finding = Finding.of(severity(profile), "mx.null", domain);
        var provider = MxFacts.meant(published.signs());
        if (profile == Profile.PARKED || provider.isEmpty()) {
            return finding;
        }
        return MxRemedies.publishSetOf(
                provider.get(), MxRemedies.removeAll(finding, domain, published.records()), domain);
    }

    private static Severity severity(Profile profile) {
        return switch (profile) {
            case SENDS_AND_RECEIVES, RECEIVES -> CRITICAL;
            case SENDS -> WARNING;
            case PARKED -> INFO;
        };
    }

    private static Finding mixed(MxFacts.Published published) {
        var records = published.records();
        boolean keepsNull = published.target().profile() == Profile.PARKED;
        var wrong = records.stream().filter(r -> r.host().isRoot() != keepsNull).toList();
        return MxRemedies.removeAll(
                critical("mx.null-mixed", published.target().domain())
                        .with("records", records.stream().map(Rdata.Mx::toString).toList()),
                published.target().domain(),
                wrong);
    }
}
