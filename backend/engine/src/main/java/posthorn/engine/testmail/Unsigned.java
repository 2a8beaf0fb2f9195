package posthorn.engine.testmail;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Finding.notice;
import static posthorn.engine.check.Finding.unknown;

import java.util.List;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.signature.Reason;

/// Whether a message is signed at all, and whether it is signed too often.
final class Unsigned implements Rule<AuthenticationFacts> {

    private static final int MANY = 5;

    @Override
    public List<Finding> judge(AuthenticationFacts facts) {
        int count = facts.signatures().size();
        if (count > MANY) {
            return List.of(notice("tm.dkim-count", facts.about()).with("count", count));
        }
        if (count > 0) {
            return List.of();
        }
        return facts.header().isCut()
                ? List.of(
                        unknown("tm.dkim-unverified", facts.about())
                                .with("hindrance", Reason.MESSAGE_UNREAD))
                : List.of(critical("tm.dkim-none", facts.about()));
    }
}
