package posthorn.engine.hosting;

import java.util.stream.Stream;
import posthorn.engine.check.Finding;
import posthorn.engine.provider.Recognised;
import posthorn.engine.provider.Sign;

/// Who may send for the domain, besides those that take in its mail.
final class Senders implements MailRule {

    @Override
    public Stream<Finding> judge(ProviderFacts.Used facts) {
        var behind = Mailboxes.behind(facts).toList();
        return facts.shown().stream()
                .filter(found -> found.isSeenAt(Sign.At.SPF) || found.isSeenAt(Sign.At.DKIM))
                .filter(found -> !isReceiving(found) && !behind.contains(found))
                .filter(found -> !Leftover.isLeftByItsTerm(found, facts))
                .map(found -> MailRule.compared("provider.sender", found, facts));
    }

    private static boolean isReceiving(Recognised found) {
        return found.isSeenAt(Sign.At.MX) && found.provider().kind().receives();
    }
}
