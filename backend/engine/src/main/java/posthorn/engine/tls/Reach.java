package posthorn.engine.tls;

import static posthorn.engine.check.Finding.info;
import static posthorn.engine.check.Finding.unknown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.mailhost.Visit;
import posthorn.engine.outside.SmtpAnswer;
import posthorn.engine.outside.SmtpAnswer.Reply;

/// Hosts about which nothing is known. That is no fault of theirs: a port that is closed on our
/// side, a host that is busy (421, greylisting), slow, or does not let strangers in.
final class Reach implements Rule<TlsFacts> {

    @Override
    public List<Finding> judge(TlsFacts facts) {
        if (facts.hosts() instanceof MailHosts.Unanswered(var failure)) {
            return List.of(unknown("tls.unanswered", facts.domain()).with("failure", failure));
        }
        if (facts.answers().anyMatch(Reach::isEgress)) {
            return List.of(unknown("smtp.egress-blocked", facts.domain()));
        }
        if (facts.isNotAsked()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>();
        facts.expected().stream()
                .filter(host -> !host.isKnown())
                .forEach(host -> findings.add(unreached(host)));
        if (facts.hosts() instanceof MailHosts.Named named && !named.others().isEmpty()) {
            findings.add(info("smtp.not-looked-at", facts.domain()).with("hosts", named.others()));
        }
        return findings;
    }

    private static boolean isEgress(SmtpAnswer answer) {
        return answer instanceof SmtpAnswer.Unreached(var why) && why == SmtpAnswer.Why.EGRESS;
    }

    private static Finding unreached(TlsFacts.Judged host) {
        var spoke =
                host.host().visits().stream()
                        .filter(visit -> visit.answer() instanceof SmtpAnswer.Spoke)
                        .findFirst();
        return spoke.map(visit -> turnedAway(host, visit))
                .orElseGet(() -> unknown("smtp.unreached", host.name()).with("reach", why(host)));
    }

    private static String why(TlsFacts.Judged host) {
        Optional<SmtpAnswer.Why> first =
                host.host().visits().stream()
                        .map(Visit::answer)
                        .filter(SmtpAnswer.Unreached.class::isInstance)
                        .map(answer -> ((SmtpAnswer.Unreached) answer).why())
                        .findFirst();
        return first.map(Enum::name).orElse("DNS");
    }

    private static Finding turnedAway(TlsFacts.Judged host, Visit visit) {
        return unknown("smtp.turned-away", host.name())
                .with("address", visit.address())
                .with("reply", shown(visit.last()));
    }

    private static String shown(Reply reply) {
        return reply.code() == 0
                ? "NONE"
                : (reply.code() + " " + String.join(" ", reply.lines())).strip();
    }
}
