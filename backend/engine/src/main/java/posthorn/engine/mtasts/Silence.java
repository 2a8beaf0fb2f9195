package posthorn.engine.mtasts;

import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Failure;
import posthorn.engine.outside.HttpsAnswer;

/// Where somebody was silent, nothing is known: neither that there is a policy, nor that there is
/// none.
final class Silence implements Rule<MtaStsFacts> {

    @Override
    public List<Finding> judge(MtaStsFacts facts) {
        return switch (facts.lookup()) {
            case StsLookup.Unanswered(var failure) ->
                    List.of(silent(facts.domain().child("_mta-sts"), failure));
            case StsLookup.Published(_, _, HttpsAnswer.Failed(var why, _)) when isOpen(why) ->
                    List.of(
                            unknown("mtasts.policy-unanswered", StsLookup.host(facts.domain()))
                                    .with("why", why));
            case StsLookup.Published _, StsLookup.Absent _, StsLookup.Several _ -> hosts(facts);
        };
    }

    /// Whether the next try may well succeed.
    static boolean isOpen(HttpsAnswer.Why why) {
        return why == HttpsAnswer.Why.TIMEOUT || why == HttpsAnswer.Why.DNS_SILENT;
    }

    private static List<Finding> hosts(MtaStsFacts facts) {
        return facts.hosts() instanceof MailHosts.Unanswered(var failure)
                ? List.of(silent(facts.domain(), failure))
                : List.of();
    }

    private static Finding silent(DnsName name, Failure failure) {
        return unknown("mtasts.unanswered", name).with("failure", failure);
    }
}
