package posthorn.engine.tls;

import static posthorn.engine.check.Finding.critical;
import static posthorn.engine.check.Severity.CRITICAL;
import static posthorn.engine.check.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import posthorn.engine.check.Finding;
import posthorn.engine.check.Rule;
import posthorn.engine.check.Severity;
import posthorn.engine.mailhost.Visit;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;
import posthorn.engine.outside.TlsSession;

/// The hosts offer STARTTLS (RFC 3207), an encrypted connection comes of it, and not by a version
/// of TLS that is retired (RFC 8996). Only where no host does is mail in danger at once: senders
/// turn to the next.
final class Encryption implements Rule<TlsFacts> {

    private static final Set<String> RETIRED = Set.of("SSLv2", "SSLv3", "TLSv1", "TLSv1.1");
    private static final String VERSION_ALERT = "protocol_version";

    @Override
    public List<Finding> judge(TlsFacts facts) {
        var findings = new ArrayList<Finding>();
        findings.addAll(each(facts, "tls.no-starttls", Encryption::withoutOffer));
        findings.addAll(each(facts, "tls.handshake-failed", Encryption::failure));
        for (var host : facts.known()) {
            old(host).ifPresent(findings::add);
        }
        return findings;
    }

    private static List<Finding> each(
            TlsFacts facts, String code, Function<Visit, Optional<String>> fault) {
        var faulty = facts.known().stream().filter(host -> first(host, fault).isPresent()).toList();
        boolean all =
                faulty.size() == facts.expected().size()
                        && faulty.stream().allMatch(host -> host.encrypted().isEmpty());
        return faulty.stream()
                .map(host -> finding(all ? CRITICAL : WARNING, code, host, fault))
                .toList();
    }

    private static Finding finding(
            Severity severity,
            String code,
            TlsFacts.Judged host,
            Function<Visit, Optional<String>> fault) {
        return Finding.of(severity, code, host.name())
                .with("answer", first(host, fault).orElse(""))
                .with("operator", host.host().operator());
    }

    private static Optional<String> first(
            TlsFacts.Judged host, Function<Visit, Optional<String>> fault) {
        return host.host().told().stream()
                .flatMap(visit -> fault.apply(visit).stream())
                .findFirst();
    }

    /// What the host offers in its place.
    private static Optional<String> withoutOffer(Visit visit) {
        return visit.answer() instanceof Spoke(_, _, var ehlo, StartTls.NotOffered _)
                ? Optional.of(String.join(", ", ehlo.lines()))
                : Optional.empty();
    }

    private static Optional<String> failure(Visit visit) {
        return switch (visit.startTls()) {
            case StartTls.Failed(var alert) when !alert.equals(VERSION_ALERT) -> Optional.of(alert);
            case StartTls.Refused(var reply) ->
                    Optional.of(reply.code() + " " + String.join(" ", reply.lines()));
            case StartTls.Failed _,
                    StartTls.NotTried _,
                    StartTls.NotOffered _,
                    StartTls.Encrypted _ ->
                    Optional.empty();
        };
    }

    private static Optional<Finding> old(TlsFacts.Judged host) {
        return host.host().told().stream()
                .flatMap(visit -> oldVersion(visit).stream())
                .findFirst()
                .map(version ->
                        critical("tls.only-old", host.name())
                                .with("version", version)
                                .with("operator", host.host().operator()));
    }

    private static Optional<String> oldVersion(Visit visit) {
        boolean refused =
                visit.startTls() instanceof StartTls.Failed(var alert)
                        && alert.equals(VERSION_ALERT);
        return refused
                ? Optional.of("OLD")
                : visit.session().map(TlsSession::version).filter(RETIRED::contains);
    }
}
