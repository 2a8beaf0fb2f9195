package posthorn.engine.bulk;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.unknown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import posthorn.engine.bulk.BulkFacts.Parked;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.dmarc.DmarcRecord;
import posthorn.engine.dmarc.Policy;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.Rdata;

/// Whether a domain without mail says so in every way there is: no mail host (RFC 7505), nobody may
/// send, nothing is signed, and what comes in its name is refused. Silent while an answer is
/// missing.
final class ParkedExpectations implements Rule<BulkFacts> {

    @Override
    public List<Finding> judge(BulkFacts facts) {
        return facts instanceof Parked parked ? List.of(judge(parked)) : List.of();
    }

    private static Finding judge(Parked facts) {
        var domain = facts.target().domain();
        var open = open(facts);
        if (!open.isEmpty()) {
            return unknown("bulk.undecided", domain).with("requirements", open);
        }
        var missing = missing(facts);
        return missing.isEmpty()
                ? info("bulk.parked", domain)
                : notice("bulk.parked-open", domain).with("missing", missing);
    }

    private static List<String> open(Parked facts) {
        var open = new ArrayList<String>();
        if (facts.mx().isFailed()) {
            open.add("MX");
        }
        if (facts.spf().letsSomebodyPass().isEmpty()) {
            open.add("SPF");
        }
        if (facts.dkim().wildcard().isFailed()) {
            open.add("DKIM");
        }
        if (facts.dmarc().walk().own().answer().isFailed()) {
            open.add("DMARC");
        }
        return open;
    }

    private static List<String> missing(Parked facts) {
        var missing = new ArrayList<String>();
        if (!isNullMx(facts.mx())) {
            missing.add("MX");
        }
        if (!facts.spf().refusesAll()) {
            missing.add("SPF");
        }
        if (!facts.dkim().isWithdrawn()) {
            missing.add("DKIM");
        }
        if (facts.dmarc().own().filter(ParkedExpectations::rejectsAll).isEmpty()) {
            missing.add("DMARC");
        }
        return missing;
    }

    private static boolean isNullMx(Answer<Rdata.Mx> mx) {
        return mx.records().size() == 1 && mx.records().getFirst().host().isRoot();
    }

    /// For the domain and all names below it, whether they exist or not.
    private static boolean rejectsAll(DmarcRecord record) {
        return !record.isTesting()
                && List.of(
                                record.ownPolicy(),
                                record.inheritedPolicy(true),
                                record.inheritedPolicy(false))
                        .stream()
                        .allMatch(policy -> policy.equals(Optional.of(Policy.REJECT)));
    }
}
