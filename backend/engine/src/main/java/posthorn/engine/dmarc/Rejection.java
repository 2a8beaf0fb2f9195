package posthorn.engine.dmarc;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.warning;

import java.util.ArrayList;
import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Profile;
import posthorn.engine.check.Rule;

/// What `p=reject` does to forwarded mail and mailing lists (RFC 9989 §7.4).
final class Rejection implements Rule<DmarcFacts> {

    @Override
    public List<Finding> judge(DmarcFacts facts) {
        if (facts.found().filter(f -> f.published() == Policy.REJECT).isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        if (facts.signing() == DmarcFacts.Signing.NO) {
            findings.add(warning("dmarc.reject-without-dkim", facts.domain()));
        }
        boolean people =
                facts.target().profile() == Profile.SENDS_AND_RECEIVES && facts.hasMailHosts();
        if (people) {
            findings.add(info("dmarc.reject-people", facts.domain()));
        }
        return findings;
    }
}
