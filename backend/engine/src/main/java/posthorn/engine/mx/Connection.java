package posthorn.engine.mx;

import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.WARNING;

import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.mailhost.Visit;
import posthorn.engine.outside.Answer;
import posthorn.engine.outside.SmtpAnswer;

/// Hosts at which nobody takes mail: at port 25 of each of their addresses there is nobody, while
/// others have let us in. A host of which anything stayed open may be there.
final class Connection implements Rule<MxFacts> {

    @Override
    public List<Finding> judge(MxFacts facts) {
        return facts instanceof MxFacts.Published published
                ? judge(published, published.visited().stream().filter(Connection::isDead).toList())
                : List.of();
    }

    private static List<Finding> judge(MxFacts.Published facts, List<MailHost> dead) {
        return dead.isEmpty()
                ? List.of()
                : List.of(
                        Finding.of(severity(facts, dead), "mx.unreachable", facts.target().domain())
                                .with("hosts", dead.stream().map(MailHost::name).toList())
                                .with("reach", words(dead))
                                .with("all", isAll(facts, dead))
                                .with(
                                        "operator",
                                        dead.stream().map(MailHost::operator).distinct().toList()));
    }

    private static Severity severity(MxFacts.Published facts, List<MailHost> dead) {
        return isAll(facts, dead) && facts.target().profile().receives() ? CRITICAL : WARNING;
    }

    /// Whether no host is left at which mail might be taken.
    private static boolean isAll(MxFacts.Published facts, List<MailHost> dead) {
        var names = dead.stream().map(MailHost::name).toList();
        return facts.hosts().size() < MxProbe.MAX_HOSTS
                && facts.asked().stream()
                        .filter(host -> host.isReachable() || host.isSilent())
                        .allMatch(host -> names.contains(host.name()));
    }

    /// Of several addresses of a kind one was visited, and the others may be there.
    private static boolean isDead(MailHost host) {
        return isAtMostOne(host.a())
                && isAtMostOne(host.aaaa())
                && host.visits().stream().anyMatch(visit -> why(visit).isPresent())
                && host.visits().stream()
                        .allMatch(visit -> why(visit).isPresent() || isWithoutWay(visit));
    }

    private static boolean isAtMostOne(Answer<?> answer) {
        return !answer.isFailed() && answer.records().size() <= 1;
    }

    private static Optional<SmtpAnswer.Why> why(Visit visit) {
        return visit.answer() instanceof SmtpAnswer.Unreached(var why)
                        && (why == SmtpAnswer.Why.REFUSED || why == SmtpAnswer.Why.TIMEOUT)
                ? Optional.of(why)
                : Optional.empty();
    }

    /// Not every network has a way to IPv6. Senders without one are lost all the same.
    private static boolean isWithoutWay(Visit visit) {
        return !(visit.address() instanceof Inet4Address)
                && visit.answer() instanceof SmtpAnswer.Unreached(var why)
                && why == SmtpAnswer.Why.NETWORK;
    }

    private static List<SmtpAnswer.Why> words(List<MailHost> dead) {
        return dead.stream()
                .flatMap(host -> host.visits().stream())
                .flatMap(visit -> why(visit).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
