package posthorn.engine.dkim;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.warning;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Remedy;
import posthorn.engine.check.Rule;
import posthorn.engine.outside.Rdata;
import posthorn.engine.outside.RecordType;

/// Whether a parked domain withdraws all keys, by a wildcard with an empty `p`.
final class ParkedKeys implements Rule<DkimFacts> {

    private static final String WITHDRAWN = "v=DKIM1; p=";

    @Override
    public List<Finding> judge(DkimFacts facts) {
        return facts instanceof DkimFacts.Parked parked && !parked.wildcard().isFailed()
                ? List.of(judged(parked))
                : List.of();
    }

    private static Finding judged(DkimFacts.Parked facts) {
        var domain = facts.target().domain();
        var name = domain.child("_domainkey").child("*");
        var texts = facts.wildcard().records().stream().map(Rdata.Text::joined).toList();
        if (texts.isEmpty()) {
            return notice("dkim.parked-open", domain)
                    .cure(new Remedy.Publish(name, RecordType.TXT, WITHDRAWN));
        }
        return texts.stream().allMatch(text -> DkimKeyRecord.read(text).isRevoked())
                ? info("dkim.parked", domain)
                : warning("dkim.wildcard", domain).with("records", texts);
    }
}
