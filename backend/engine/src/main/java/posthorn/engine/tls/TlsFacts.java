package posthorn.engine.tls;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import posthorn.engine.check.Target;
import posthorn.engine.mailhost.MailHost;
import posthorn.engine.mailhost.MailHosts;
import posthorn.engine.mailhost.Visit;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.SmtpAnswer;

/// The mail hosts of a domain as they answer, and what senders insist on there.
///
/// @param at when
record TlsFacts(Target target, MailHosts hosts, List<Judged> looked, Instant at) {

    /// A host that was looked at.
    record Judged(MailHost host, Demand demand) {

        DnsName name() {
            return host.name();
        }

        /// The visits with an encrypted connection.
        List<Visit> encrypted() {
            return host.visits().stream().filter(visit -> visit.session().isPresent()).toList();
        }

        /// Whether it is known whether and how it encrypts.
        boolean isKnown() {
            return !host.told().isEmpty();
        }
    }

    TlsFacts {
        looked = List.copyOf(looked);
    }

    DnsName domain() {
        return target.domain();
    }

    /// The hosts that let us look.
    List<Judged> known() {
        return looked.stream().filter(Judged::isKnown).toList();
    }

    /// The hosts that should have an answer: those with an address, or whose address is not known.
    List<Judged> expected() {
        return looked.stream().filter(host -> !host.host().isMissing()).toList();
    }

    /// Whether mail hosts are not asked at all here.
    boolean isNotAsked() {
        return answers()
                .anyMatch(answer ->
                        answer instanceof SmtpAnswer.Unreached(var why)
                                && why == SmtpAnswer.Why.NOT_ASKED);
    }

    /// What all addresses of all hosts said.
    Stream<SmtpAnswer> answers() {
        return looked.stream().flatMap(host -> host.host().visits().stream()).map(Visit::answer);
    }
}
