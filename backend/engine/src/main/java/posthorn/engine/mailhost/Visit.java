package posthorn.engine.mailhost;

import java.net.InetAddress;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import posthorn.engine.outside.DnsName;
import posthorn.engine.outside.Outside;
import posthorn.engine.outside.SmtpAnswer;
import posthorn.engine.outside.SmtpAnswer.Reply;
import posthorn.engine.outside.SmtpAnswer.Spoke;
import posthorn.engine.outside.SmtpAnswer.StartTls;
import posthorn.engine.outside.TlsSession;

/// What one address of a host said at port 25.
///
/// @param chain its certificates, its own first; none where none was sent that can be read
public record Visit(InetAddress address, SmtpAnswer answer, List<Certificate> chain) {

    public Visit {
        chain = List.copyOf(chain);
    }

    static Visit at(InetAddress address, DnsName host, Outside outside) {
        var answer = outside.smtp().greet(address, host);
        var chain =
                session(answer)
                        .map(session -> Certificate.chain(session.certificates()))
                        .orElse(List.of());
        return new Visit(address, answer, chain);
    }

    private static Optional<TlsSession> session(SmtpAnswer answer) {
        return answer instanceof Spoke(_, _, _, StartTls.Encrypted(var session, _))
                ? Optional.of(session)
                : Optional.empty();
    }

    /// The encrypted connection, if it came to one.
    public Optional<TlsSession> session() {
        return session(answer);
    }

    /// What became of STARTTLS.
    public StartTls startTls() {
        return answer instanceof Spoke spoke ? spoke.startTls() : new StartTls.NotTried();
    }

    /// Whether the server let us look: one that is busy, slow or turns us away says nothing about
    /// its encryption.
    public boolean told() {
        return switch (startTls()) {
            case StartTls.NotTried _ -> false;
            case StartTls.Refused(var reply) -> !reply.isTransient() && reply.code() != 0;
            case StartTls.NotOffered _, StartTls.Failed _, StartTls.Encrypted _ -> true;
        };
    }

    /// The reply that turned us away: the last one.
    public Reply last() {
        return switch (answer) {
            case SmtpAnswer.Unreached _ -> Reply.none();
            case Spoke(_, _, _, StartTls.Refused(var reply)) -> reply;
            case Spoke(var greeting, _, var ehlo, _) -> greeting.isPositive() ? ehlo : greeting;
        };
    }

    /// What is wrong with the encryption for somebody who looks for `host` at this time; nothing
    /// where the server did not let us look.
    public Set<TlsFault> faults(DnsName host, Instant at) {
        return switch (startTls()) {
            case StartTls.NotTried _ -> Set.of();
            case StartTls.NotOffered _ -> EnumSet.of(TlsFault.NO_STARTTLS);
            case StartTls.Refused _ -> told() ? EnumSet.of(TlsFault.HANDSHAKE) : Set.of();
            case StartTls.Failed _ -> EnumSet.of(TlsFault.HANDSHAKE);
            case StartTls.Encrypted(var session, _) -> faults(session, host, at);
        };
    }

    private Set<TlsFault> faults(TlsSession session, DnsName host, Instant at) {
        var faults = EnumSet.noneOf(TlsFault.class);
        if (session.trust() != TlsSession.Trust.TRUSTED) {
            faults.add(TlsFault.UNTRUSTED);
        }
        for (var certificate : chain.stream().limit(1).toList()) {
            add(faults, TlsFault.EXPIRED, certificate.isExpired(at));
            add(faults, TlsFault.TOO_YOUNG, certificate.isTooYoung(at));
            add(faults, TlsFault.NAME, !certificate.isFor(host));
        }
        return faults;
    }

    private static void add(Set<TlsFault> faults, TlsFault fault, boolean isSo) {
        if (isSo) {
            faults.add(fault);
        }
    }
}
