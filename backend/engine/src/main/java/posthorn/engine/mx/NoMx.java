package posthorn.engine.mx;

import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.INFO;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Rdata;

/// Without MX, mail goes to the domain's own addresses (RFC 5321 §5.1), which mostly are those of a
/// web server; without these, nowhere. A domain that takes no mail says so by a null MX.
final class NoMx implements Rule<MxFacts> {

    private static final int PREFERENCE = 10;

    @Override
    public List<Finding> judge(MxFacts facts) {
        if (!(facts instanceof MxFacts.Absent absent)) {
            return List.of();
        }
        if (!absent.addresses().isEmpty()) {
            return List.of(implicit(absent));
        }
        return absent.a().isVoid() && absent.aaaa().isVoid() ? List.of(none(absent)) : List.of();
    }

    private static Finding implicit(MxFacts.Absent absent) {
        var domain = absent.target().domain();
        var profile = absent.target().profile();
        var finding =
                Finding.of(profile.receives() ? WARNING : NOTICE, "mx.none-implicit", domain)
                        .with("addresses", absent.addresses());
        var itself = new Rdata.Mx(PREFERENCE, domain);
        return cured(finding, absent)
                .orElseGet(() -> finding.cure(MxRemedies.publish(domain, itself)));
    }

    private static Finding none(MxFacts.Absent absent) {
        var finding = Finding.of(severity(absent.target().profile()), "mx.none", domain(absent));
        return cured(finding, absent).orElse(finding);
    }

    private static Severity severity(Profile profile) {
        return switch (profile) {
            case SENDS_AND_RECEIVES, RECEIVES -> CRITICAL;
            case SENDS -> WARNING;
            case PARKED -> INFO;
        };
    }

    private static Optional<Finding> cured(Finding finding, MxFacts.Absent absent) {
        if (absent.target().profile() == Profile.PARKED) {
            return Optional.of(finding.cure(MxRemedies.publishNull(domain(absent))));
        }
        return MxFacts.meant(absent.signs())
                .map(provider -> MxRemedies.publishSetOf(provider, finding, domain(absent)))
                .filter(cured -> !cured.remedies().isEmpty());
    }

    private static DnsName domain(MxFacts.Absent absent) {
        return absent.target().domain();
    }
}
