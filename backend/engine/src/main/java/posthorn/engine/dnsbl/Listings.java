package posthorn.engine.dnsbl;

import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.INFO;
import static posthorn.engine.check.Severity.NOTICE;
import static posthorn.engine.check.Severity.WARNING;

import java.util.List;
import java.util.Optional;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;

/// Who is listed, by how much the list matters. An address that may send but is not known to weighs
/// one step less than one that does; one that only takes mail in is seldom looked up, so nothing
/// about it is more than a notice.
final class Listings implements Rule<DnsblFacts> {

    @Override
    public List<Finding> judge(DnsblFacts facts) {
        return facts.replies().stream()
                .filter(reply -> reply.second() != SecondOpinion.DIFFERS)
                .flatMap(reply -> finding(reply).stream())
                .toList();
    }

    private static Optional<Finding> finding(DnsblFacts.Reply reply) {
        if (!(reply.answer() instanceof ListAnswer.Coded coded)) {
            return Optional.empty();
        }
        if (coded.has(ListCode.Meaning.LISTED)) {
            return Optional.of(
                    evidence(listed(reply), reply, coded).with("second", reply.second()));
        }
        return coded.has(ListCode.Meaning.POLICY)
                ? Optional.of(evidence(policy(reply), reply, coded))
                : Optional.empty();
    }

    private static Finding listed(DnsblFacts.Reply reply) {
        return switch (reply.list().tier()) {
            case A -> of(reply, "dnsbl.listed-a", CRITICAL, WARNING);
            case B -> of(reply, "dnsbl.listed-b", WARNING, NOTICE);
            case C -> of(reply, "dnsbl.listed-c", NOTICE, NOTICE);
            case D -> Finding.of(INFO, "dnsbl.listed-ignored", subject(reply));
        };
    }

    private static Finding of(
            DnsblFacts.Reply reply, String code, Severity sends, Severity maySend) {
        var severity =
                switch (reply.subject().role()) {
                    case SENDS, NAMES -> sends;
                    case MAY_SEND -> maySend;
                    case RECEIVES -> NOTICE;
                };
        return Finding.of(severity, code, subject(reply));
    }

    private static Finding policy(DnsblFacts.Reply reply) {
        var severity =
                switch (reply.subject().role()) {
                    case SENDS -> WARNING;
                    case MAY_SEND -> NOTICE;
                    case RECEIVES, NAMES -> INFO;
                };
        return Finding.of(severity, "dnsbl.pbl-only", subject(reply));
    }

    /// What is listed, and the id of the list.
    static String subject(DnsblFacts.Reply reply) {
        return reply.subject().text() + " " + reply.list().id();
    }

    /// The addresses of the answer.
    static List<String> seen(DnsblFacts.Reply reply) {
        return reply.answer() instanceof ListAnswer.Coded coded ? coded.seen() : List.of();
    }

    private static Finding evidence(
            Finding finding, DnsblFacts.Reply reply, ListAnswer.Coded coded) {
        var list = reply.list();
        var causes = coded.causes();
        return finding.with("address", reply.subject().text())
                .with("list", list.name())
                .with("zone", list.zone())
                .with("codes", coded.seen())
                .with("meaning", coded.codes().stream().map(ListCode::label).toList())
                .with("cause", causes)
                .with("cure", causes)
                .with("reason", reply.reason())
                .with("role", reply.subject().role())
                .with("sends", reply.subject().role() != Subject.Role.RECEIVES)
                .with("usedBy", list.usedBy().isEmpty() ? List.of("NOBODY") : list.usedBy())
                .with("removal", list.removal())
                .with("delist", list.delist().isEmpty() ? "-" : list.delist());
    }
}
