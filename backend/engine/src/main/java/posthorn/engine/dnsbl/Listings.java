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

/// Who is listed, by how much the list matters. An address that only takes mail in is seldom looked
/// up, so nothing about it is more than a notice.
final class Listings implements Rule<DnsblFacts> {

    @Override
    public List<Finding> judge(DnsblFacts facts) {
        return facts.replies().stream().flatMap(reply -> finding(reply).stream()).toList();
    }

    private static Optional<Finding> finding(DnsblFacts.Reply reply) {
        if (!(reply.answer() instanceof ListAnswer.Coded coded)) {
            return Optional.empty();
        }
        if (coded.has(ListCode.Meaning.LISTED)) {
            return Optional.of(evidence(listed(reply), reply, coded));
        }
        return coded.has(ListCode.Meaning.POLICY)
                ? Optional.of(evidence(policy(reply), reply, coded))
                : Optional.empty();
    }

    private static Finding listed(DnsblFacts.Reply reply) {
        return switch (reply.list().tier()) {
            case A -> Finding.of(severity(reply, CRITICAL), "dnsbl.listed-a", subject(reply));
            case B -> Finding.of(severity(reply, WARNING), "dnsbl.listed-b", subject(reply));
            case C -> Finding.of(NOTICE, "dnsbl.listed-c", subject(reply));
            case D -> Finding.of(INFO, "dnsbl.listed-ignored", subject(reply));
        };
    }

    private static Finding policy(DnsblFacts.Reply reply) {
        boolean sends = reply.subject() instanceof Subject.Sender;
        return Finding.of(sends ? WARNING : INFO, "dnsbl.pbl-only", subject(reply));
    }

    private static Severity severity(DnsblFacts.Reply reply, Severity severity) {
        return reply.subject() instanceof Subject.MxAddress ? NOTICE : severity;
    }

    private static String subject(DnsblFacts.Reply reply) {
        return reply.subject().text() + " " + reply.list().id();
    }

    private static Finding evidence(
            Finding finding, DnsblFacts.Reply reply, ListAnswer.Coded coded) {
        var list = reply.list();
        return finding.with("address", reply.subject().text())
                .with("list", list.name())
                .with("zone", list.zone())
                .with("codes", coded.seen())
                .with("meaning", coded.codes().stream().map(ListCode::label).toList())
                .with("reason", reply.reason())
                .with("sends", !(reply.subject() instanceof Subject.MxAddress))
                .with("removal", list.removal())
                .with("delist", list.delist().isEmpty() ? "-" : list.delist());
    }
}
